import type { Adapter } from './adapter.ts';
import { inInlineScripts } from './inlineScripts.ts';
import { readIn, readInScripts, readMenu, textOf } from './look.ts';
import { isV5Layout, v5Readers } from './v5Layout.ts';

const VERSION = '#_vtiger_product_version_';

/** coreBOS, made of vtiger 5. The name in its footer is whatever the company wants; its variables are not. */
export const coreBos: Adapter = {
  name: 'coreBOS',
  product: 'coreBOS',
  recognises: (document) =>
    isV5Layout(document) &&
    (inInlineScripts(document, /\b(corebos_browsertabID|gVTviewType)\b/) !== undefined ||
      document.querySelector('link[href*="include/LD/assets"]') !== null ||
      /coreBOS/i.test(document.querySelector(VERSION)?.parentElement?.textContent?.slice(0, 200) ?? '')),
  readers: {
    ...v5Readers,
    version: (document) => readIn(textOf(document, VERSION).trim(), /^(\d[\w.+-]{0,39})/, 'footer'),
    administrator: (document) =>
      readMenu(
        document,
        '.slds-global-actions__avatar, .userName',
        'button[onclick*="module=Settings&action=index"], td[onmouseover*="mainsettings"]',
      ),
    userId: (document) => readInScripts(document, /\bgVTUserID\s*=\s*['"](\d{1,20})['"]/),
    language: (document, url) =>
      readInScripts(document, /\bgVTuserLanguage\s*=\s*['"]([a-z]{2,3}_[a-z]{2,4})['"]/i) ??
      v5Readers.language?.(document, url),
  },
};
