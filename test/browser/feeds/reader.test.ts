import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import type { Page } from 'puppeteer-core';
import { bundleScript } from '../../../scripts/bundle.ts';
import { limits } from '../../../widget/contract/limits.ts';
import { inBoth } from '../harness/browsers.ts';
import { cases, floods, noFeeds } from './cases.ts';

const ADDRESS = 'https://hub.test/';

interface InPage {
  readInPage(feed: string, address: string): Record<string, Record<string, string>>;
}
declare const reader: InPage;

inBoth('The feed reader', (browser) => {
  let page: Page;
  before(async () => {
    page = await browser().newPage();
    // As the build makes it: a property that the build renames is lost to the reader.
    const { text } = await bundleScript({ entry: 'scripts/feedsInPage.ts', result: 'readInPage' }, {});
    await page.evaluate(`globalThis.reader = { readInPage: eval(${JSON.stringify(text)}) }`);
  });

  const read = (feed: string) => page.evaluate((text, address) => reader.readInPage(text, address), feed, ADDRESS);

  test('reads every format, and every feed that can be repaired', async () => {
    for (const { what, feed, title, link, item } of cases) {
      const { feed: channel, 'first item': first } = await read(feed);
      if (title !== undefined) assert.equal(channel?.title, title, what);
      if (link !== undefined) assert.equal(channel?.link, link, what);
      for (const [field, value] of Object.entries(item ?? {}))
        assert.equal(first?.[field]?.trim(), value, `${what}: ${field}`);
    }
  });

  test('cuts an id to what can be marked as read', async () => {
    const { 'first item': item } = await read(`<rss><item><guid>${'x'.repeat(3000)}</guid></item></rss>`);
    assert.equal(item?.id, 'x'.repeat(limits.url));
  });

  test('says of everything else that it is no feed', async () => {
    for (const text of noFeeds) assert.deepEqual(await read(text), {}, text);
  });

  test('never throws, whatever is cut out of a feed or put into it', async () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      ']]>',
      '<![CDATA[',
      '<!--',
      '<!DOCTYPE x [',
      '<item>',
      '</item>',
      'xmlns:a=',
      '<a:b',
      '/>',
      '\u0000',
      '\ud800',
      '<script>',
      '&#',
      'xml:base="data:"',
    );
    const edit = fc.record({ at: fc.nat(1000), cut: fc.nat(20), put: pieces });
    const broken = fc
      .tuple(fc.constantFrom(...cases.map(({ feed }) => feed)), fc.array(edit, { minLength: 1, maxLength: 8 }))
      .map(([feed, edits]) =>
        edits.reduce((text, { at, cut, put }) => text.slice(0, at) + put + text.slice(at + cut), feed),
      );
    const feeds = fc.sample(broken, 2000);
    const thrown = await page.evaluate(
      (texts, address) =>
        texts.filter((text) => {
          try {
            const { feed, 'first item': item } = reader.readInPage(text, address);
            return [feed, item].some(
              (entry) => entry?.link && !/^(https?|mailto):$/.test(new URL(entry.link).protocol),
            );
          } catch {
            return true;
          }
        }),
      feeds,
      ADDRESS,
    );
    assert.deepEqual(thrown, []);
  });

  // Work that grew with the square of the length would take hours.
  test('reads a megabyte of anything to its end', { timeout: 240_000 }, async () => {
    for (const piece of floods) {
      const count = await page.evaluate(
        (text, address) => {
          const flood = text.repeat(1e6 / text.length);
          const feeds = [`<rss><channel><item>${flood}`, `<rss><item><description><![CDATA[<b></b>${flood}`, flood];
          return feeds.map((feed) => reader.readInPage(feed, address)).length;
        },
        piece,
        ADDRESS,
      );
      assert.equal(count, 3, piece);
    }
  });
});
