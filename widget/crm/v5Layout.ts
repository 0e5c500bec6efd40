import type { Reading } from '../contract/page.ts';
import type { Adapter, Readers } from './adapter.ts';
import { inInlineScripts } from './inlineScripts.ts';
import { attributeOf, readIn, readInScripts, readMenu } from './look.ts';
import { readersOfMoment } from './moment.ts';
import { vtigerAdapter } from './vtigerAdapter.ts';

/** The script that holds the page's words: its name is the language, its number the version. */
const WORDS = 'script[src*="include/js/"][src*=".lang.js"]';

/** Readers that vtiger 5 and what was made of it share. */
export const v5Readers: Readers = {
  language: (document) => readIn(attributeOf(document, WORDS, 'src'), /\/([a-z]{2,3}_[a-z]{2,4})\.lang\.js/i, 'asset'),
  ...readersOfMoment(
    (document, name) => (name === 'module' ? readInScripts(document, /\bgVTModule\s*=\s*['"](\w+)/) : undefined),
    'action',
  ),
};

/** How one generation of vtiger 5 marks its menus: selectors. */
interface Menus {
  readonly preferences: string;
  /** The entries that only administrators have. */
  readonly settings: string;
}

/** The adapter for the releases of vtiger 5 whose number begins as the pattern says. */
export function vtiger5Adapter(name: string, releases: RegExp, { preferences, settings }: Menus): Adapter {
  return vtigerAdapter(name, releases, v5Mark, readRelease, {
    ...v5Readers,
    version: readRelease,
    administrator: (document) => readMenu(document, preferences, settings),
    userId: (document) => readIn(attributeOf(document, preferences, 'href'), /&record=(\d{1,20})(?!\d)/, 'menu'),
    uid: (document) => readInScripts(document, /\/crm\/feedback\.php\?uid=([\da-f]{32})(?![\da-f])/i),
  });
}

/** Whether the page is made in the way of vtiger 5. */
export function isV5Layout(document: Document): boolean {
  return inInlineScripts(document, /\bgVTModule\s*=\s*['"]/) !== undefined;
}

// The way from this page to vtiger's feedback page is on every page of vtiger's own, and on none of the older coreBOS,
// which has all else in common with it.
function v5Mark(document: Document): unknown {
  return isV5Layout(document) ? inInlineScripts(document, /\/crm\/feedback\.php\?uid=/) : undefined;
}

function readRelease(document: Document): Reading<string> | undefined {
  return readIn(attributeOf(document, WORDS, 'src'), /\.lang\.js\?(\d[\d.]{0,39})$/, 'asset');
}
