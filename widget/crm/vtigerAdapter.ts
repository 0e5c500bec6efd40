import type { Reading } from '../contract/page.ts';
import type { Adapter, Readers } from './adapter.ts';
import { textOf } from './look.ts';

/** A released version of vtiger itself; forks append to it. */
const RELEASE = /^\d{1,2}(\.\d{1,3}){1,3}(-?(alpha|beta|rc)\.?\d*)?$/i;

// What a fork calls itself can be changed by whoever runs it; its parts less easily.
const FORKS = /F-RevoCRM|SalesPlatform|YetiForce|berliCRM|coreBOS/i;
const PARTS = 'body[data-layoutpath]';

/**
 * The adapter for the releases of vtiger itself whose number begins as the pattern says. A page has to have the mark of
 * its layout and a number, and may have none of a fork.
 */
export function vtigerAdapter(
  name: string,
  releases: RegExp,
  mark: (document: Document) => unknown,
  readRelease: (document: Document) => Reading<string> | undefined,
  readers: Readers,
): Adapter {
  return {
    name,
    product: 'vtiger',
    recognises: (document) => {
      const release = readRelease(document)?.value ?? '';
      const isFork = document.querySelector(PARTS) !== null || FORKS.test(textOf(document, 'footer'));
      return releases.test(release) && RELEASE.test(release) && mark(document) !== undefined && !isFork;
    },
    readers,
  };
}
