import type { Reading } from '../contract/page.ts';
import type { Readers } from './adapter.ts';
import { attributeOf, readAsset, readIn, readMenu, textOf } from './look.ts';
import { readersOfMoment } from './moment.ts';
import { readBodyLanguage } from './v7Layout.ts';

const LAYOUT = 'body[data-skinpath*="layouts/vlayout"]';
const FOOTER = '.vtFooter p';
// Modules may number their own files, so only the layout's own are asked.
const ASSETS = [
  'link[href*="layouts/vlayout/"][href*="v="]:not([href*="/modules/"])',
  'script[src*="layouts/vlayout/modules/Vtiger/"][src*="?v="]',
  'script[src*="libraries/bootstrap/"][src*="?v="]',
].join();

/** Readers for the layout "vlayout" of vtiger 6, in forks as well. */
export const v6Readers: Readers = {
  version: readRelease,
  administrator: (document) =>
    readMenu(
      document,
      '#topMenus',
      '#topMenus #menubar_item_right_LBL_CRM_SETTINGS, #topMenus #menubar_item_moduleManager',
    ),
  userId: (document) => readIn(attributeOf(document, '#current_user_id', 'value'), /^(\d{1,20})$/, 'body'),
  language: readBodyLanguage,
  // 6.1 to 6.4 hand it to vtiger's own feedback page.
  uid: (document) =>
    readIn(
      attributeOf(document, '#topMenus #menubar_item_right_LBL_FEEDBACK', 'onclick'),
      /feedback\/index\.php\?[^']*\buid=([\da-f]{32})(?![\da-f])/i,
      'menu',
    ),
  ...readersOfMoment(
    (document, name) => readIn(attributeOf(document, `input#${name}`, 'value'), /^(\w+)$/, 'body'),
    'view',
  ),
};

/** The layout's mark; undefined on any other page. */
export function v6Mark(document: Document): true | undefined {
  const ids = ['#current_user_id', '#js_strings', LAYOUT];
  return ids.every((id) => document.querySelector(id)) || undefined;
}

/** What the layout's own files are numbered with; the footer only where they are not, for its words are translated. */
export function readRelease(document: Document): Reading<string> | undefined {
  const numbered = readAsset(document, ASSETS);
  if (numbered !== undefined) return numbered ?? undefined;
  const own = document.querySelector(`${FOOTER} a[href*="vtiger.com"]`) !== null;
  return own ? readIn(textOf(document, FOOTER), /^\D{0,60}(\d+\.\d+(?:\.\d+)?)(?![\w.-])/, 'footer') : undefined;
}
