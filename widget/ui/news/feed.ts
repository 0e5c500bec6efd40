import { AFFECTS } from '../../contract/affects.ts';
import { attribute, baseOf, childrenByName, filled } from './elements.ts';
import { resolve, safeLink } from './link.ts';
import { repair } from './repair.ts';
import type { RichText } from './richText.ts';
import { plainText, richText } from './richText.ts';

/** What feed and item have in common. */
interface Entry {
  /** The feed's own id for it, else its link, else its title and date; at most 2048 characters. */
  readonly id: string;
  readonly title: RichText;
  readonly subtitle: RichText;
  /** http, https or mailto; undefined when it has none. */
  readonly link: string | undefined;
}

export interface NewsItem extends Entry {
  /** Milliseconds since 1970; undefined when there is none that can be read. */
  readonly date: number | undefined;
  readonly summary: RichText;
  /** The whole text; the summary where there is no more. */
  readonly content: RichText;
  /** What it is about, in the feed's words. */
  readonly kinds: readonly string[];
  /** The CRM versions it is about, such as `8.0-8.4`; none: all of them. */
  readonly affects: readonly string[];
  /** The name of the feed that it is from, where that is not the hub's. */
  readonly from?: string;
}

export interface NewsFeed extends Entry {
  /** In the feed's order, at most 500. */
  readonly items: readonly NewsItem[];
}

export type Reading =
  | { readonly ok: true; readonly feed: NewsFeed }
  | { readonly ok: false; readonly failure: 'not-a-feed' };

const ITEMS = 500;
/** Longest id that is kept. */
const ID_LENGTH = 2048;

type Children = Map<string, Element[]>;

function first(children: Children, ...names: string[]): Element | undefined {
  for (const name of names) {
    const element = children.get(name)?.find(filled);
    if (element) return element;
  }
  return undefined;
}

const text = (element: Element | undefined) => (element?.textContent ?? '').trim();

function linkOf(entry: Element, children: Children, address: string): string | undefined {
  for (const link of children.get('link') ?? []) {
    const rel = attribute(link, 'rel');
    const type = attribute(link, 'type');
    if ((rel && rel !== 'alternate') || (type && !/html/.test(type))) continue;
    const safe = safeLink(attribute(link, 'href') || (rel ? '' : text(link)), baseOf(link, address));
    if (safe) return safe;
  }
  const guid = children.get('guid')?.find((element) => attribute(element, 'ispermalink') !== 'false');
  return safeLink(text(guid), undefined) ?? safeLink(attribute(entry, 'href'), baseOf(entry, address));
}

function entryOf(entry: Element, children: Children, address: string): Entry {
  const link = linkOf(entry, children, address);
  const title = richText(first(children, 'title', 'dc:title', 'mrss:title', 'itunes:title'), address);
  const own = first(children, 'guid', 'id');
  const name = text(own) || attribute(entry, 'rdf:about');
  // An id of Atom is an address, and some are relative.
  const id = own?.localName === 'id' && /^[./]/.test(name) ? resolve(name, baseOf(own, address))?.href : name;
  return {
    id: (id || name || link || `${plainText(title)} ${text(first(children, ...DATES))}`).slice(0, ID_LENGTH),
    title,
    subtitle: richText(first(children, 'subtitle', 'tagline', 'itunes:subtitle'), address),
    link,
  };
}

const DATES = ['pubdate', 'published', 'issued', 'dc:date', 'updated', 'modified', 'created'];

function itemOf(entry: Element, vocabulary: string | null, address: string): NewsItem {
  const children = childrenByName(entry, vocabulary);
  const date = Date.parse(text(first(children, ...DATES)));
  const summary = first(
    children,
    'description',
    'summary',
    'dc:description',
    'itunes:summary',
    'abstract',
    'mrss:description',
  );
  const content = first(children, 'content:encoded', 'content', 'xhtml:body', 'body', 'fullitem');
  const short = richText(summary ?? content, address);
  const kinds: string[] = [];
  const affects: string[] = [];
  for (const category of [...(children.get('category') ?? []), ...(children.get('dc:subject') ?? [])]) {
    const words = attribute(category, 'term') || text(category);
    if (attribute(category, 'domain') === AFFECTS) affects.push(words);
    else if (words) kinds.push(words);
  }
  return {
    ...entryOf(entry, children, address),
    date: Number.isNaN(date) ? undefined : date,
    summary: short,
    content: summary && content ? richText(content, address) : short,
    kinds,
    affects,
  };
}

function feedOf(document: Document, address: string | undefined): NewsFeed | undefined {
  const channel = document.querySelector('channel, feed') ?? document.querySelector('rss, rdf, entry');
  if (!channel) return undefined;
  const vocabulary = channel.namespaceURI;
  const children = childrenByName(channel, vocabulary);
  const start = address ?? linkOf(channel, children, '') ?? '';
  const entry = entryOf(channel, children, start);
  const items: NewsItem[] = [];
  for (const element of document.querySelectorAll('item, entry')) {
    if (items.length === ITEMS) break;
    if (!element.parentElement?.closest('item, entry')) items.push(itemOf(element, vocabulary, start));
  }
  const more = first(children, 'description', 'dc:description', 'itunes:summary', 'abstract');
  return { ...entry, subtitle: entry.subtitle || richText(more, start), items };
}

/**
 * Reads RSS 2.0 and older, RSS 1.0, Atom 1.0 and 0.3, and CDF, well formed or not. `address` is where the feed came
 * from, for links that are relative; without it they start from the feed's own link. Never throws.
 */
export function readFeed(source: string, address?: string): Reading {
  try {
    const feed = feedOf(new DOMParser().parseFromString(repair(source), 'text/xml'), address);
    if (feed) return { ok: true, feed };
  } catch {
    // Whatever no reader can make sense of is no feed.
  }
  return { ok: false, failure: 'not-a-feed' };
}
