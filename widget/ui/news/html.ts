import { safeLink } from './link.ts';
import { scan } from './markup.ts';
import { clean } from './references.ts';

/** A piece of an item's text: plain text, or an element of the list below with what is in it. */
export type Part = string | Markup;
export interface Markup {
  readonly tag: string;
  /** Of `a` alone: http, https or mailto. */
  readonly href?: string;
  readonly parts: readonly Part[];
}

const words = (list: string) => new Set(list.split(' '));
const ALLOWED = words(
  'a abbr b blockquote br cite code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s small strong sub sup table tbody td tfoot th thead tr u ul',
);
const EMPTY = words('br hr');
const DROPPED = words('audio button canvas iframe math noembed object option select svg template textarea title video');
const CONTAINERS = words('ul ol dl table blockquote');
// Which open element ends where another begins, as people leave out end tags.
const ENDS: readonly (readonly [begun: Set<string>, ended: Set<string>])[] = [
  [words('li'), words('li')],
  [words('dt dd'), words('dt dd')],
  [words('tr tbody tfoot'), words('tr')],
  [words('td th'), words('td th')],
  [words('p div ul ol dl table blockquote pre hr h1 h2 h3 h4 h5 h6'), words('p')],
];
const DEPTH = 40;
const COUNT = 5000;

/**
 * Turns the HTML of an item into a tree of allowed elements without any attribute but the address of a link. Unknown
 * elements give way to their content; scripts, graphics, frames and controls go with theirs; of an image its words stay.
 * Linear in the length, at most 40 deep and 5000 pieces long.
 */
export function htmlTree(html: string, base: string | undefined): readonly Part[] {
  const root: Part[] = [];
  const open: { tag: string; parts: Part[] }[] = [{ tag: '', parts: root }];
  let count = 0;
  let dropped = '';

  function add(part: Part): void {
    if (count++ < COUNT) open.at(-1)?.parts.push(part);
  }
  function end(tags: { has(tag: string): boolean }): void {
    for (let depth = open.length - 1; depth > 0; depth--) {
      const { tag } = open[depth] ?? { tag: '' };
      if (tags.has(tag)) open.length = depth;
      else if (!CONTAINERS.has(tag)) continue;
      return;
    }
  }

  scan(clean(html), {
    text: (text) => text && !dropped && add(text),
    open(name, attributes, closed) {
      const tag = name.replace(/^.*:/, '');
      if (dropped) return;
      if (tag === 'img') add(attributes.get('alt') ?? '');
      if (DROPPED.has(tag) && !closed) dropped = name;
      if (!ALLOWED.has(tag)) return;
      for (const [begun, ended] of ENDS) if (begun.has(tag)) end(ended);
      const parts: Part[] = [];
      const href = tag === 'a' ? safeLink(attributes.get('href') ?? '', base) : undefined;
      add(href ? { tag, href, parts } : { tag, parts });
      if (!closed && !EMPTY.has(tag) && open.length <= DEPTH) open.push({ tag, parts });
    },
    close(name) {
      const tag = name.replace(/^.*:/, '');
      if (name === dropped) dropped = '';
      else if (!dropped) {
        const depth = open.findLastIndex((element) => element.tag === tag);
        if (depth > 0) open.length = depth;
      }
    },
  });
  return root;
}
