import type { Adapter } from './adapter.ts';
import { inInlineScripts } from './inlineScripts.ts';
import { textOf } from './look.ts';
import { pageVariable, v7Readers } from './v7Layout.ts';

/** F-RevoCRM, made of vtiger 7 and 8: where its name was taken out of the footer, its web components tell. */
export const fRevoCrm: Adapter = {
  name: 'F-RevoCRM',
  product: 'F-RevoCRM',
  recognises: (document) =>
    pageVariable(document) !== undefined &&
    (/F-RevoCRM/i.test(textOf(document, 'footer')) ||
      document.querySelector('script[src*="/web-components.js"]:not([src*="/modules/"])') !== null ||
      inInlineScripts(document, /\bwebComponentsQuickCreateExcludedModules\b/) !== undefined),
  readers: v7Readers,
};
