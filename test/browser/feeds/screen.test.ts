import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { inBoth } from '../harness/browsers.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { answer, heard, openNews, rss } from './newsPage.ts';

const affects = (range: string) => `<category domain="https://noticeboard.example/affects">${range}</category>`;
const item = (id: string, date: string, more: string) =>
  `<title>${id}</title><guid isPermaLink="false">${id}</guid><pubDate>${date}</pubDate>${more}`;
const feed = rss(
  item(
    'Columns',
    'Wed, 18 Nov 2026 09:00:00 GMT',
    `<category>Release note</category>${affects('8.4')}<description>Saved mappings.</description>`,
  ),
  item(
    'Update',
    'Sat, 14 Nov 2026 09:00:00 GMT',
    `<category>Security</category>${affects('8.0-8.4')}<link>https://vendor.test/update</link><description>Closes a gap.</description><content:encoded>&lt;h1&gt;What to do&lt;/h1&gt;&lt;p&gt;Unpack it. &lt;a href="more"&gt;More&lt;/a&gt;</content:encoded>`,
  ),
  item('Totals', 'Wed, 11 Nov 2026 09:00:00 GMT', '<category>Release note</category>'),
  item('Seven', 'Tue, 03 Nov 2026 09:00:00 GMT', affects('7.0-7.5')),
);

const words = (page: Page) => page.$eval('.news', (news) => news.textContent ?? '');
const titles = (page: Page, group: number) =>
  page.$$eval(
    '.news ul',
    (lists, at) => [...(lists[at]?.querySelectorAll('h3 .grow') ?? [])].map((title) => title.textContent),
    group,
  );
const press = (page: Page, label: string) =>
  page.$$eval(
    '.news button',
    (buttons, wanted) => {
      const button = buttons.find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(wanted));
      if (!(button instanceof HTMLElement)) throw new Error(`There is no button ${wanted}.`);
      button.click();
    },
    label,
  );

inBoth('The news screen', (browser) => {
  test('lists what is new for this CRM, security first, apart from what was read earlier', async () => {
    const page = await openNews(browser(), answer(feed, { read: ['Totals'] }), { version: '8.4.0' });
    assert.deepEqual(await titles(page, 0), ['Update', 'Columns']);
    assert.deepEqual(await titles(page, 1), ['Totals']);
    assert.match(await words(page), /Affects 8\.0 to 8\.4/);
    await waitUntil(async () => (await heard(page)).unread.at(-1) === 2, 'the frame to hear of two unread items');
    await page.close();
  });

  test('opens an item in its place, which marks it read and keeps it where it is', async () => {
    const page = await openNews(browser(), answer(feed), { version: '8.4.0' });
    await press(page, 'Update');
    await page.waitForSelector('.item .text');
    assert.deepEqual(await titles(page, 0), ['Update', 'Columns', 'Totals']);
    assert.equal(await page.$eval('.item button', (button) => button.getAttribute('aria-expanded')), 'true');
    assert.equal(await page.$eval('.text h4', (heading) => heading.textContent), 'What to do');
    assert.equal(await page.$eval('.text a', (link) => link.getAttribute('href')), 'https://vendor.test/more');
    assert.equal(await page.$eval('.item > a', (link) => link.getAttribute('href')), 'https://vendor.test/update');
    await waitUntil(async () => (await heard(page)).unread.at(-1) === 2, 'the frame to hear of one less');
    assert.deepEqual((await heard(page)).marked, ['Update']);
    await press(page, 'Update');
    await waitUntil(async () => !(await page.$('.item .text')), 'the item to close');
    assert.equal(await page.$eval('.item', (closed) => closed.getAttribute('data-unread')), 'false');
    await page.close();
  });

  test('marks all that is listed as read', async () => {
    const page = await openNews(browser(), answer(feed), { version: '8.4.0' });
    await press(page, 'Mark all as read');
    await waitUntil(async () => (await heard(page)).unread.at(-1) === 0, 'the frame to hear of none');
    assert.deepEqual((await heard(page)).marked, ['Update', 'Columns', 'Totals']);
    assert.doesNotMatch(await words(page), /Mark all as read/);
    await page.close();
  });

  test('filters by version where it is known, and by security', async () => {
    const page = await openNews(browser(), answer(feed), { version: '8.4.0' });
    await press(page, 'For 8.4');
    await waitUntil(async () => (await titles(page, 0)).includes('Seven'), 'the other versions');
    await press(page, 'Security only');
    await waitUntil(async () => (await titles(page, 0)).length === 1, 'the security item alone');
    await page.close();
    const anywhere = await openNews(browser(), answer(feed));
    assert.doesNotMatch(await words(anywhere), /For /);
    assert.equal((await titles(anywhere, 0)).length, 4);
    await anywhere.close();
  });

  test('shows a way on where nothing fits the filter', async () => {
    const only = rss(item('Seven', 'Tue, 03 Nov 2026 09:00:00 GMT', affects('7.0-7.5')));
    const page = await openNews(browser(), answer(only), { version: '8.4.0' });
    assert.match(await words(page), /Nothing new for 8\.4One item is about other versions\./);
    await press(page, 'Show all versions');
    await waitUntil(async () => (await titles(page, 0)).includes('Seven'), 'the other versions');
    await page.close();
  });

  test('keeps the stored copy readable without a connection, and tries again', async () => {
    const page = await openNews(browser(), answer(feed, { failure: 'offline' }), {
      version: '8.4.0',
      fresh: answer(feed),
    });
    assert.match(await words(page), /You are offline\. Last updated/);
    assert.deepEqual(await titles(page, 0), ['Update', 'Columns', 'Totals']);
    await press(page, 'Try again');
    await waitUntil(
      async () => /Updated/.test(await words(page)) && !/offline/.test(await words(page)),
      'the bar to go',
    );
    assert.deepEqual((await heard(page)).calls, ['news', 'refreshNews']);
    await page.close();
  });

  test('takes in what is newer when asked, and leaves what was read where it was', async () => {
    const more = feed.replace('<item>', `<item>${item('Newest', 'Thu, 19 Nov 2026 09:00:00 GMT', '')}</item><item>`);
    const page = await openNews(browser(), answer(feed), {
      version: '8.4.0',
      fresh: answer(more, { read: ['Columns'] }),
    });
    await press(page, 'Columns');
    await press(page, 'Look for news');
    await waitUntil(async () => (await titles(page, 0)).includes('Newest'), 'the newer item');
    assert.deepEqual(await titles(page, 0), ['Update', 'Newest', 'Columns', 'Totals']);
    await page.close();
  });

  const states = [
    ['there is no news', answer(rss()), /No news yet/],
    [
      'there is neither a connection nor a copy',
      answer(null, { failure: 'offline', fetchedAt: null }),
      /You are offline\./,
    ],
    ['what came is no feed', answer('<!doctype html><title>Sign in</title>'), /This is not a news feed/],
    ['no hub is set', { ok: false, failure: 'no-hub' }, /No hub address is set: enter it in Settings/],
  ] as const;
  for (const [state, stored, expected] of states) {
    test(`says so when ${state}`, async () => {
      const page = await openNews(browser(), stored);
      assert.match(await words(page), expected);
      assert.match(await words(page), /Try again/);
      await page.close();
    });
  }
});
