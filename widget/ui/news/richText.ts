import { attribute, baseOf } from './elements.ts';
import type { Part } from './html.ts';
import { htmlTree } from './html.ts';
import { clean, decoder } from './references.ts';

/** A text of a feed: a string when it is plain, pieces when it is markup. */
export type RichText = string | readonly Part[];

const ATOM = 'http://www.w3.org/2005/Atom';
// Where nothing says what a text is: an end tag, an empty element, or a tag often left open.
const TAG = /<\/[a-z]|\/>|<(?:p|br|hr|li|img)\b/i;

function fromBase64(text: string): string {
  try {
    return clean(new TextDecoder().decode(Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0))));
  } catch {
    return text;
  }
}

/** Reads an element as one of the many ways to write a text into a feed; nothing for no element. */
export function richText(element: Element | undefined, address: string): RichText {
  if (!element) return '';
  const type = attribute(element, 'type').toLowerCase();
  const { firstElementChild: child } = element;
  if (child) {
    // Atom wraps its XHTML into a div that is not part of it.
    const whole = type === 'xhtml' && child.localName === 'div' ? child : element;
    const markup = [...whole.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('');
    return htmlTree(markup, baseOf(whole, address));
  }
  const encoded = attribute(element, 'mode') === 'base64' || (/\//.test(type) && !/text|xml|html/.test(type));
  const written = (element.textContent ?? '').trim();
  const text = encoded ? fromBase64(written) : written;
  const plain = type === 'text' || type === 'text/plain' || (!type && element.namespaceURI === ATOM);
  const html =
    /html/.test(type) ||
    element.localName === 'encoded' ||
    (!plain && (TAG.test(text) || decoder(text)(text) !== text));
  return html ? htmlTree(text, baseOf(element, address)) : text;
}

const BLOCK = /^(?:br|hr|p|div|pre|blockquote|li|h\d|t[dhr]|d[dt])$/;

/** The words of a text without its markup; what stands on lines of its own is kept apart by a space. */
export function plainText(text: RichText): string {
  if (typeof text === 'string') return text;
  return text
    .map((part) => (typeof part === 'string' ? part : plainText(part.parts) + (BLOCK.test(part.tag) ? ' ' : '')))
    .join('');
}
