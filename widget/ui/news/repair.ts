import { scan } from './markup.ts';
import { clean } from './references.ts';

const NAME = /^(?!xmlns:)([a-z_][\w.-]*:)?[a-z_][\w.-]*$/;
const MARK = /[&<>"]/g;
/** Deeper elements are left out, their text stays. */
const DEPTH = 100;
const PREFIXES = 100;

function escaped(text: string): string {
  return text.replace(MARK, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * Makes well-formed XML of a feed as it came: one root around everything, each element closed, each character allowed,
 * all names in lower case. Each prefix is bound at the root, to what the feed first bound it to, else to its own name.
 * The text is decoded already, so whatever encoding it declares is passed over.
 */
export function repair(source: string): string {
  const xml: string[] = [];
  const open: string[] = [];
  const spaces = new Map<string, string>();

  // False when the word cannot be used: it is no name, or its prefix is one too many.
  function usable(word: string): boolean {
    const [prefix = '', local] = word.split(':');
    if (local && spaces.size < PREFIXES) spaces.set(prefix, spaces.get(prefix) ?? '');
    return NAME.test(word) && (!local || spaces.has(prefix));
  }
  function closeDownTo(depth: number): void {
    while (open.length > depth) xml.push(`</${open.pop()}>`);
  }

  scan(clean(source), {
    text: (text) => xml.push(escaped(text)),
    open(name, attributes, closed) {
      if (!usable(name) || open.length > DEPTH) return;
      xml.push('<', name);
      for (const [key, value] of attributes) {
        const [xmlns, prefix] = key.split(':');
        if (prefix && xmlns === 'xmlns') usable(`${prefix}:x`) && spaces.set(prefix, spaces.get(prefix) || value);
        else if (usable(key)) xml.push(` ${key}="${escaped(value)}"`);
      }
      xml.push('>');
      open.push(name);
      if (closed) closeDownTo(open.length - 1);
    },
    close(name) {
      const depth = open.lastIndexOf(name);
      if (depth >= 0) closeDownTo(depth);
    },
  });
  closeDownTo(0);
  let root = '<feeds';
  for (const [prefix, uri] of spaces) {
    if (NAME.test(`${prefix}:x`) && prefix !== 'xml') root += ` xmlns:${prefix}="${escaped(uri || `${prefix}/`)}"`;
  }
  return `${root}>${xml.join('')}</feeds>`;
}
