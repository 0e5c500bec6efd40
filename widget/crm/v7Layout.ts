import type { Reading } from '../contract/page.ts';
import type { Readers } from './adapter.ts';
import { inInlineScripts } from './inlineScripts.ts';
import { attributeOf, readAsset, readIn, readInScripts, readMenu, textOf } from './look.ts';
import { readersOfMoment } from './moment.ts';

// Modules may number their own files, so only the layout's own are asked.
const ASSETS = [
  'link[href*="layouts/v7/"][href*="?v="]:not([href*="/modules/"])',
  'script[src*="layouts/v7/"][src*="?v="]:not([src*="/modules/"])',
  'script[src*="/jquery/jquery.min.js?v="]',
].join();
const SETTINGS = '*="module=Vtiger&parent=Settings&view=Index"]';
const PREFERENCES = '#menubar_item_right_LBL_MY_PREFERENCES';

/** Readers for the layout "v7", which came with vtiger 7 and stayed with 8, in forks as well. */
export const v7Readers: Readers = {
  // 7.0 to 7.2 all print "7.0" in the footer.
  version: (document) => {
    const release = readRelease(document);
    return release?.source === 'footer' && release.value === '7.0' ? undefined : release;
  },
  administrator: (document) =>
    readMenu(document, '#app-menu', `#app-menu [href${SETTINGS}, #app-menu [data-default-url${SETTINGS}`),
  userId: (document) =>
    readIn(attributeOf(document, PREFERENCES, 'href'), /[?&]record=(\d{1,20})(?!\d)/, 'menu') ??
    readInScripts(document, /\b_USERMETA\s*=\s*\{\s*['"]?id['"]?\s*:\s*['"](\d{1,20})['"]/),
  language: readBodyLanguage,
  ...readersOfMoment((document, name) => {
    const value = member(pageVariable(document) ?? '', name);
    return value === undefined ? undefined : { value, source: 'script' };
  }, 'view'),
};

/** The text between the braces of the page's `_META = {…}`; undefined where there is none with vtiger's members. */
export function pageVariable(document: Document): string | undefined {
  const text = inInlineScripts(document, /\b_META\s*=\s*\{([^{}]{1,2000})\}/)?.[1];
  return text && ['module', 'view', 'parent'].every((name) => member(text, name) !== undefined) ? text : undefined;
}

/** What the layout's own files are numbered with, whatever the footer says; the footer only where they are not. */
export function readRelease(document: Document): Reading<string> | undefined {
  const numbered = readAsset(document, ASSETS);
  if (numbered !== undefined) return numbered ?? undefined;
  const footer = document.querySelector('link[href*="layouts/v7/"]') ? textOf(document, 'footer.app-footer p') : '';
  return readIn(footer, /vtiger CRM\s*-\s*(\d+\.\d+(?:\.\d+)*)(?![\w.-])/i, 'footer');
}

/** Empty on the login page. */
export function readBodyLanguage(document: Document): Reading<string> | undefined {
  return readIn(attributeOf(document, 'body', 'data-language'), /^([a-z]{2,3}[_-][a-z]{2,4})$/i, 'body');
}

function member(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name}['"]?\\s*:\\s*['"]([^'"]*)['"]`).exec(text)?.[1];
}
