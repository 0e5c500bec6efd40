import { resolve } from './link.ts';

// The part of a vocabulary's address that names it here.
const VOCABULARY = /atom|dc(?=\/)|content|itunes|mrss|xhtml/i;

/** The value of an attribute, whatever prefix it has; empty when it is not there. */
export function attribute(element: Element, name: string): string {
  return element.getAttribute(name)?.trim() ?? '';
}

/** Whether there is anything in an element. */
export function filled(element: Element): boolean {
  return element.childElementCount > 0 || (element.textContent ?? '').trim() !== '';
}

/**
 * The children of an element by name: plain for the vocabulary of the feed itself and for Atom's, behind `dc:`,
 * `content:`, `itunes:`, `mrss:` or `xhtml:` for the usual additions, whichever prefix the feed gave them. What a
 * `media:group` holds counts as its parent's.
 */
export function childrenByName(parent: Element, vocabulary: string | null): Map<string, Element[]> {
  const found = new Map<string, Element[]>();
  for (const element of parent.querySelectorAll(':scope > *, :scope > group > *')) {
    const uri = element.namespaceURI ?? vocabulary ?? '';
    const word = uri === vocabulary ? '' : (VOCABULARY.exec(uri)?.[0].toLowerCase() ?? uri);
    const name = word && word !== 'atom' ? `${word}:${element.localName}` : element.localName;
    const others = found.get(name);
    if (others) others.push(element);
    else found.set(name, [element]);
  }
  return found;
}

/** The address that relative ones in an element start from: its own `xml:base`, or its parents', or the feed's. */
export function baseOf(element: Element, address: string): string {
  const base = element.parentElement ? baseOf(element.parentElement, address) : address;
  const url = resolve(attribute(element, 'xml:base'), base);
  return url && /^https?:$/.test(url.protocol) ? url.href : base;
}
