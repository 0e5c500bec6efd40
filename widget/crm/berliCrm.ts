import type { Adapter } from './adapter.ts';
import { readIn, textOf } from './look.ts';
import { v6Mark, v6Readers } from './v6Layout.ts';

const footer = (document: Document) => textOf(document, '.vtFooter p').trim();

/** berliCRM, which stayed with the layout of vtiger 6. Its files bear the number of the vtiger that it was made of. */
export const berliCrm: Adapter = {
  name: 'berliCRM',
  product: 'berliCRM',
  recognises: (document) =>
    v6Mark(document) !== undefined &&
    (/^berliCRM\b/i.test(footer(document)) || document.querySelector('#signaturetext') !== null),
  readers: {
    ...v6Readers,
    version: (document) => readIn(footer(document), /^berliCRM (\d[\d.]{0,20})(?![\w.-])/i, 'footer'),
  },
};
