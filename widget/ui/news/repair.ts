import { scan } from './markup.ts';
import { clean } from './references.ts';

const NAME = /^(?!xmlns:)([a-z_][\w.-]*:)?[a-z_][\w.-]*$/;
const MARK = /[&<>"]/g;
/** Deeper elements are left out, their text stays. */
const DEPTH = 100;

function escaped(text: string): string {
  return text.replace(MARK, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * Makes well-formed XML of a feed as it came: one root around everything, each element closed, each prefix bound (an
 * unknown one to itself), each character allowed, all names in lower case. The text is decoded already, so whatever
 * encoding it declares is passed over.
 */
export function repair(source: string): string {
  const xml: string[] = [];
  const open: { name: string; prefixes: string[] }[] = [];
  const bound = new Map<string, number>([['xml', 1]]);

  function closeDownTo(depth: number): void {
    while (open.length > depth) {
      const element = open.pop();
      xml.push(`</${element?.name}>`);
      for (const prefix of element?.prefixes ?? []) bound.set(prefix, (bound.get(prefix) ?? 1) - 1);
    }
  }

  scan(clean(source), {
    text: (text) => xml.push(escaped(text)),
    open(name, attributes, closed) {
      if (!NAME.test(name) || open.length > DEPTH) return;
      const prefixes: string[] = [];
      const bind = (prefix: string) => {
        prefixes.push(prefix);
        bound.set(prefix, (bound.get(prefix) ?? 0) + 1);
      };
      let tag = `<${name}`;
      for (const [key, value] of attributes) {
        const prefix = /^xmlns:([a-z_][\w.-]*)$/.exec(key)?.[1];
        if (prefix?.startsWith('xml') || (prefix ? !value : !NAME.test(key))) attributes.delete(key);
        else if (prefix) bind(prefix);
        if (attributes.has(key)) tag += ` ${key}="${escaped(value)}"`;
      }
      for (const word of [name, ...attributes.keys()]) {
        const [prefix = '', local] = word.split(':');
        if (!local || prefix === 'xmlns' || bound.get(prefix)) continue;
        bind(prefix);
        tag += ` xmlns:${prefix}="${prefix}/"`;
      }
      xml.push(`${tag}>`);
      open.push({ name, prefixes });
      if (closed) closeDownTo(open.length - 1);
    },
    close(name) {
      const depth = open.findLastIndex((element) => element.name === name);
      if (depth >= 0) closeDownTo(depth);
    },
  });
  closeDownTo(0);
  return `<feeds>${xml.join('')}</feeds>`;
}
