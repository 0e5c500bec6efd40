import type { Adapter } from './adapter.ts';
import { inInlineScripts } from './inlineScripts.ts';
import { attributeOf, readIn, textOf } from './look.ts';
import { readersOfMoment } from './moment.ts';
import { readBodyLanguage } from './v7Layout.ts';

const VERSION = /\[ver\. (\d[\w.+-]{0,39})\]/;

/** YetiForce from 3 on, which has a layout of its own. Its footer tells the version to administrators alone. */
export const yetiForce: Adapter = {
  name: 'YetiForce',
  product: 'YetiForce',
  recognises: (document) =>
    document.querySelector('body[data-layoutpath][data-skinpath]') !== null &&
    /["']?layoutPath["']?\s*:/.test(configuration(document)),
  readers: {
    version: (document) => readIn(footer(document), VERSION, 'footer'),
    administrator: (document) => {
      const value = VERSION.test(footer(document));
      return value || /YetiForce/.test(footer(document)) ? { value, source: 'footer' } : undefined;
    },
    userId: (document) => readIn(configuration(document), /\buserId["']?\s*:\s*["']?(\d{1,20})\b/, 'script'),
    language: readBodyLanguage,
    ...readersOfMoment(
      (document, name) =>
        readIn(
          attributeOf(document, 'body', `data-${name}`) || attributeOf(document, `input#${name}`, 'value'),
          /^(\w+)$/,
          'body',
        ),
      'view',
    ),
  },
};

function footer(document: Document): string {
  return textOf(document, 'footer.c-footer');
}

/** The beginning of the page's variable `CONFIG = {…}`; empty where there is none. */
function configuration(document: Document): string {
  return inInlineScripts(document, /\bCONFIG\s*=\s*\{([\s\S]{1,9000})/)?.[1] ?? '';
}
