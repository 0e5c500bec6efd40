import type { Reading } from '../contract/page.ts';
import type { Adapter, Readers } from './adapter.ts';
import { inInlineScripts } from './inlineScripts.ts';
import { isForkOfV7 } from './v7Forks.ts';
import { moduleAndView, pageVariable } from './v7Moment.ts';

/** A released version of vtiger itself; forks append to it. */
const RELEASE = /^\d{1,2}(\.\d{1,3}){1,3}(-?(alpha|beta|rc)\.?\d*)?$/i;

// Modules may number their own files, so only the layout's own are asked.
const ASSETS = [
  'link[href*="layouts/v7/"][href*="?v="]:not([href*="/modules/"])',
  'script[src*="layouts/v7/"][src*="?v="]:not([src*="/modules/"])',
  'script[src*="/jquery/jquery.min.js?v="]',
].join();

const SETTINGS = 'module=Vtiger&parent=Settings&view=Index';

/** The adapter for one major version of vtiger in its layout "v7", which came with 7 and stayed with 8. */
export function v7LayoutAdapter(major: 7 | 8): Adapter {
  return {
    name: `vtiger ${major}`,
    product: 'vtiger',
    // What tells a fork apart may stand at the end of the page, so a page that is still being parsed is not judged.
    recognises: (document, url) =>
      document.readyState !== 'loading' &&
      /\/(index\.php)?$/.test(url.pathname) &&
      pageVariable(document) !== undefined &&
      !isForkOfV7(document) &&
      release(document)?.value.startsWith(`${major}.`) === true,
    readers,
  };
}

const readers: Readers = {
  version,
  administrator,
  userId,
  language,
  module: (document, url) => moduleAndView(document, url).module,
  view: (document, url) => moduleAndView(document, url).view,
};

function version(document: Document): Reading<string> | undefined {
  const found = release(document);
  // 7.0 to 7.2 all print "7.0" in the footer.
  return found?.source === 'footer' && found.value === '7.0' ? undefined : found;
}

/** What the layout's own files are numbered with, whatever the footer says; the footer only where they are not. */
function release(document: Document): Reading<string> | undefined {
  const asset = document.querySelector(ASSETS);
  const address = asset?.getAttribute('href') ?? asset?.getAttribute('src') ?? '';
  const number = /\?v=([^&?#]{1,40})/.exec(address)?.[1];
  if (number !== undefined) return RELEASE.test(number) ? { value: number, source: 'asset' } : undefined;
  const printed = footerVersion(document);
  return printed === undefined ? undefined : { value: printed, source: 'footer' };
}

function footerVersion(document: Document): string | undefined {
  if (document.querySelector('link[href*="layouts/v7/"]') === null) return undefined;
  const text = document.querySelector('footer.app-footer p')?.textContent?.slice(0, 300) ?? '';
  return /vtiger CRM\s*-\s*(\d+\.\d+(?:\.\d+)*)(?![\w.-])/i.exec(text)?.[1];
}

/** Administrators have a link to the CRM settings in the menu, in whatever language. */
function administrator(document: Document): Reading<boolean> | undefined {
  const menu = document.querySelector('#app-menu');
  const link = menu?.querySelector(`[href*="${SETTINGS}"], [data-default-url*="${SETTINGS}"]`);
  return menu ? { value: link !== null, source: 'menu' } : undefined;
}

function userId(document: Document): Reading<string> | undefined {
  const preferences = document.querySelector('#menubar_item_right_LBL_MY_PREFERENCES')?.getAttribute('href') ?? '';
  const inMenu = /[?&]record=(\d{1,20})(?!\d)/.exec(preferences.slice(0, 500))?.[1];
  if (inMenu !== undefined) return { value: inMenu, source: 'menu' };
  const inScript = inInlineScripts(document, /\b_USERMETA\s*=\s*\{\s*['"]?id['"]?\s*:\s*['"](\d{1,20})['"]/)?.[1];
  return inScript === undefined ? undefined : { value: inScript, source: 'script' };
}

/** Empty on the login page. */
function language(document: Document): Reading<string> | undefined {
  const value = document.body?.getAttribute('data-language') ?? '';
  return /^[a-z]{2,3}_[a-z]{2,4}$/i.test(value) ? { value, source: 'body' } : undefined;
}
