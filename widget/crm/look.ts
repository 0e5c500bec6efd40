import type { Reading, Source } from '../contract/page.ts';
import { inInlineScripts } from './inlineScripts.ts';

// What is looked for stands at the beginning of short texts, whatever else a page puts there.
const LONGEST = 1000;

/** An attribute of the first element that the selector finds, cut to 1,000 characters; empty where there is none. */
export function attributeOf(document: Document, selector: string, name: string): string {
  return document.querySelector(selector)?.getAttribute(name)?.slice(0, LONGEST) ?? '';
}

/** The text of the first element that the selector finds, cut to 1,000 characters; empty where there is none. */
export function textOf(document: Document, selector: string): string {
  return document.querySelector(selector)?.textContent?.slice(0, LONGEST) ?? '';
}

/** The first group of the pattern in the text, as a reading; undefined where it is not there, or empty. */
export function readIn(text: string, pattern: RegExp, source: Source): Reading<string> | undefined {
  const value = pattern.exec(text)?.[1];
  return value ? { value, source } : undefined;
}

/** The first group of the pattern in the page's inline scripts, as a reading. */
export function readInScripts(document: Document, pattern: RegExp): Reading<string> | undefined {
  const value = inInlineScripts(document, pattern)?.[1];
  return value ? { value, source: 'script' } : undefined;
}

/**
 * The number that the first file found is asked for with, `?v=8.4.0`. Undefined where no file is numbered, null where the
 * number is none.
 */
export function readAsset(document: Document, selector: string): Reading<string> | null | undefined {
  const address = attributeOf(document, selector, 'href') || attributeOf(document, selector, 'src');
  return address ? (readIn(address, /\?&?v=(\d[\w.+-]{0,39})(?:[&#]|$)/, 'asset') ?? null) : undefined;
}

/** Whether a menu has an entry that only administrators get, in whatever language; unknown where there is no menu. */
export function readMenu(document: Document, menu: string, entry: string): Reading<boolean> | undefined {
  const value = document.querySelector(entry) !== null;
  return document.querySelector(menu) ? { value, source: 'menu' } : undefined;
}
