import type { Browser, Page } from 'puppeteer-core';
import { bundleStylesheet } from '../../../scripts/bundle.ts';
import type { Output } from '../../../widget/contract/calls.ts';
import type { Answer } from '../../../widget/contract/failure.ts';
import { bundle } from '../harness/bundle.ts';
import { waitUntil } from '../harness/waitUntil.ts';

type NewsAnswer = Answer<Output<'news'>>;

declare const newsInPage: typeof import('./newsInPage.tsx');

/** An RSS feed of items, each given as its elements. */
export function rss(...items: string[]): string {
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Vendor</title><link>https://vendor.test/</link>${items.map((item) => `<item>${item}</item>`).join('')}</channel></rss>`;
}

/** The service's answer that carries a feed. */
export function answer(feed: string | null, more: Partial<Output<'news'>> = {}): NewsAnswer {
  return { ok: true, value: { feed, fetchedAt: Date.UTC(2026, 10, 21, 9, 42), failure: null, read: [], ...more } };
}

/** Opens a page with the news screen alone in a panel of the popup's size, at `address` or on a page of nothing. */
export async function openNews(
  browser: Browser,
  stored: NewsAnswer,
  options: { fresh?: NewsAnswer; version?: string; address?: string } = {},
): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 400, height: 600 });
  await page.goto(options.address ?? 'about:blank');
  const style = await bundleStylesheet('widget/ui/style/panel.css');
  const script = await bundle('test/browser/feeds/newsInPage.tsx', 'newsInPage');
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
    const panel = document.createElement('div');
    panel.className = 'panel';
    document.body.replaceChildren(panel);
  }, style);
  await page.evaluate(`${script}; globalThis.newsInPage = newsInPage`);
  await mountNews(page, stored, options);
  return page;
}

/** Draws the screen anew in a page that `openNews` opened, and waits until it has its answer. */
export async function mountNews(
  page: Page,
  stored: NewsAnswer,
  options: { fresh?: NewsAnswer; version?: string } = {},
): Promise<void> {
  await page.evaluate(
    (first, second, version) => newsInPage.mountNews(first, second, version),
    stored,
    options.fresh ?? stored,
    options.version ?? null,
  );
  await waitUntil(() => page.$eval('.news', (news) => !news.querySelector('.spinner')), 'the news to be drawn', 60_000);
}

/** What the screen told its frame and asked of the service. */
export function heard(page: Page): Promise<{ calls: string[]; marked: string[]; unread: number[] }> {
  return page.evaluate(() => newsInPage.heard);
}
