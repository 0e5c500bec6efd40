import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import fc from 'fast-check';
import { parseFeed, parseRssFeed } from 'feedsmith';
import type { News } from '../../server/news/newsFile.ts';
import { newsFile } from '../../server/news/newsFile.ts';
import { writeRss } from '../../server/news/rss.ts';
import { seedNews } from './inProcess.ts';

const SELF = 'https://hub.example/v1/news.rss';
const RFC_822 =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

let news: News;
before(async () => {
  news = await seedNews();
});

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Element[];
  text: string;
}

/** A strict little parser: throws at whatever is not well-formed in the XML that the hub writes. */
function parseStrictly(xml: string): Element {
  const declaration = /^<\?xml version="1\.0" encoding="utf-8"\?>\n/.exec(xml);
  assert.ok(declaration, 'an XML declaration');
  const root: Element = { name: '#document', attributes: {}, children: [], text: '' };
  const open = [root];
  const token = /<(\/?)([\w:]+)((?: [\w:]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  token.lastIndex = declaration[0].length;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    assert.ok(match, `well-formed at ${at}: ${xml.slice(at, at + 60)}`);
    const [, closing, name, attributes = '', empty, text] = match;
    const current = open.at(-1);
    assert.ok(current);
    if (text !== undefined) {
      assert.doesNotMatch(text, /&(?!(amp|lt|gt|quot);)/, 'only entities that XML knows');
      current.text += text;
    } else if (closing) {
      assert.equal(open.pop()?.name, name);
    } else if (name) {
      const pairs = [...attributes.matchAll(/ ([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, value]);
      const element: Element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' };
      current.children.push(element);
      if (!empty) open.push(element);
    }
  }
  assert.equal(open.length, 1, 'every element is closed');
  assert.deepEqual(
    root.children.map(({ name }) => name),
    ['rss'],
  );
  return root.children[0] ?? root;
}

const named = (element: Element, name: string) => element.children.filter((child) => child.name === name);
const only = (element: Element, name: string) => {
  const [first, ...rest] = named(element, name);
  assert.ok(first && rest.length === 0, `one ${name} in ${element.name}`);
  return first;
};

describe('the feed', () => {
  test('is RSS 2.0 with all that a reader needs', () => {
    const rss = parseStrictly(writeRss(news, SELF));
    assert.equal(rss.attributes.version, '2.0');
    assert.equal(rss.attributes['xmlns:atom'], 'http://www.w3.org/2005/Atom');
    assert.equal(rss.attributes['xmlns:content'], 'http://purl.org/rss/1.0/modules/content/');
    const channel = only(rss, 'channel');
    for (const name of ['title', 'link', 'description']) assert.match(only(channel, name).text, /\S/);
    assert.ok(URL.canParse(only(channel, 'link').text));
    assert.match(only(channel, 'lastBuildDate').text, RFC_822);
    assert.match(only(channel, 'language').text, /^[a-z]{2}(-[a-z]{2})?$/);
    const self = only(channel, 'atom:link');
    assert.deepEqual(self.attributes, { href: SELF, rel: 'self', type: 'application/rss+xml' });

    const items = named(channel, 'item');
    assert.equal(items.length, news.items.length);
    const ids = new Set<string>();
    for (const item of items) {
      for (const name of ['title', 'description', 'content:encoded']) assert.match(only(item, name).text, /\S/);
      assert.match(only(item, 'link').text, /^https:\/\//);
      assert.match(only(item, 'pubDate').text, RFC_822);
      assert.equal(only(item, 'guid').attributes.isPermaLink, 'false');
      ids.add(only(item, 'guid').text);
      const [kind, affects] = named(item, 'category');
      assert.match(kind?.text ?? '', /^(Security|Release note|Event|Notice)$/);
      assert.equal(kind?.attributes.domain, undefined);
      if (affects) {
        assert.equal(affects.attributes.domain, 'https://noticeboard.example/affects');
        assert.match(affects.text, /^\d+(\.\d+)*(-(\d+(\.\d+)*)?)?$/);
      }
    }
    assert.equal(ids.size, items.length);
  });

  test('is read by a feed reader as it was written', () => {
    const xml = writeRss(news, SELF);
    assert.equal(parseFeed(xml).format, 'rss');
    const feed = parseRssFeed(xml);
    const newestFirst = news.items.toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published));
    const read = feed.items?.map(({ title, link, guid, pubDate, categories, description, content }) => ({
      id: guid?.value,
      title,
      link,
      published: new Date(pubDate ?? '').getTime(),
      categories: categories?.map(({ name }) => name),
      summary: description,
      html: content?.encoded,
    }));
    assert.deepEqual(
      read,
      newestFirst.map(({ id, title, link, published, kind, affects, summary, html }) => ({
        id,
        title,
        link,
        published: Date.parse(published),
        categories: affects ? [kind, affects] : [kind],
        summary,
        html,
      })),
    );
    assert.equal(feed.atom?.links?.[0]?.href, SELF);
  });

  test('is the same, byte for byte, while the news is', () => {
    const shuffled = { ...news, items: [...news.items].reverse() };
    assert.equal(writeRss(news, SELF), writeRss(structuredClone(news), SELF));
    assert.equal(writeRss(shuffled, SELF), writeRss(news, SELF));
  });

  test('stays well-formed whatever the vendor writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (words) => {
        const [item] = news.items;
        assert.ok(item);
        const written = {
          ...news,
          items: [{ ...item, title: words, summary: words, html: `<p title="${words}">]]></p>` }],
        };
        if (!newsFile.safeParse(written).success) return;
        const [read] = parseRssFeed(writeRss(written, SELF)).items ?? [];
        parseStrictly(writeRss(written, SELF));
        // XML has one kind of line end.
        assert.equal(read?.content?.encoded?.trim(), written.items[0]?.html.trim().replace(/\r\n?/g, '\n'));
      }),
    );
  });

  test('has no link in its texts that is not absolute', () => {
    for (const { html } of news.items) {
      for (const [, href = ''] of html.matchAll(/href="([^"]*)"/g)) assert.match(href, /^https:\/\//);
    }
  });
});
