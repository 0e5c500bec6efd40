import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { inBoth } from '../harness/browsers.ts';
import type { Site } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { attacks } from './attacks.ts';
import { floods } from './cases.ts';
import { answer, mountNews, openNews, rss } from './newsPage.ts';

const item = (html: string) =>
  `<title>Item</title><link>https://vendor.test/1</link><description>Short</description><content:encoded>${html
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')}</content:encoded>`;

/** Everything in the panel that could do anything, apart from what the panel itself is made of. */
async function suspects(page: Page): Promise<string[]> {
  return page.$$eval('.text *, .item > a', (elements) =>
    elements.flatMap((element) => {
      const attributes = element
        .getAttributeNames()
        .filter((name) => !['href', 'target', 'rel', 'class'].includes(name));
      const protocol = element instanceof HTMLAnchorElement && element.protocol;
      const astray = protocol !== false && !['https:', 'http:', 'mailto:'].includes(protocol);
      const loose =
        element instanceof HTMLAnchorElement && (element.rel !== 'noopener noreferrer' || element.target !== '_blank');
      const active = /^(script|style|img|svg|math|iframe|object|embed|form|input|button|video|audio|template|slot)$/i;
      const foreign = active.test(element.localName) && !element.closest('.item > a');
      return attributes.length > 0 || astray || loose || foreign ? [element.outerHTML.slice(0, 200)] : [];
    }),
  );
}

inBoth('Hostile news', (browser) => {
  let site: Site;
  before(async () => {
    site = await serve({ '/': { body: '<!doctype html><title>Panel</title>' } });
  });
  after(() => site.close());

  test('run nothing, load nothing and lead nowhere', async () => {
    const html = attacks.map((attack) =>
      attack.replaceAll('RUN', 'top.ran=true').replaceAll('LOAD', `${site.origin()}/load`),
    );
    const feed = rss(...html.map((attack, at) => `${item(attack)}<guid>${at}</guid>`));
    const page = await openNews(browser(), answer(feed), { address: `${site.origin()}/` });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.$$eval('.item h3 button', (buttons) => {
      for (const button of buttons) if (button instanceof HTMLElement) button.click();
    });
    await page.waitForFunction((count) => document.querySelectorAll('.text').length === count, {}, attacks.length);
    assert.deepEqual(await suspects(page), []);
    for (const link of await page.$$('.text b')) await link.click();
    // Whatever would load has asked by the time a request of our own is through.
    await page.evaluate(() => fetch('/last'));
    assert.equal(await page.evaluate(() => Reflect.get(globalThis, 'ran')), undefined);
    assert.deepEqual(
      site.requests.map(({ url }) => url).filter((url) => url !== '/favicon.ico'),
      ['/', '/last'],
    );
    assert.deepEqual(
      [...new Set(asked)].filter((url) => !url.endsWith('/favicon.ico')),
      [`${site.origin()}/last`],
    );
    assert.match(await page.$eval('.news', (news) => news.textContent ?? ''), /words/);
    await page.close();
  });

  test('leave the panel usable, however deep or long they are', { timeout: 240_000 }, async () => {
    const page = await openNews(browser(), answer(rss()));
    for (const piece of floods) {
      await mountNews(page, answer(rss(item(piece.repeat(200_000 / piece.length)))));
      await page.click('.item button');
      await page.waitForSelector('.text');
      assert.ok((await page.$eval('.text', (text) => text.querySelectorAll('*').length)) <= 5000, piece);
      await page.click('.chip');
      assert.equal(await page.$eval('.chip', (chip) => chip.getAttribute('aria-pressed')), 'true', piece);
    }
    await page.close();
  });
});
