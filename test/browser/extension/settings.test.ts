import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Site, Table } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { launcherAppears, openDrawer } from './drawer.ts';
import { enable } from './enable.ts';
import { withExtension } from './scene.ts';
import { settingsTab } from './settingsTab.ts';
import { choose, fill, press, says, textOf, turn, writeFeedback } from './view.ts';

/** An install that says neither its industry nor its system. */
const silent = '/test/index.php?module=Home&view=DashBoard';

withExtension('Settings', { grants: true }, (scene) => {
  test('switched off in the popup, a feature has no tab, and it stays so over a restart', async () => {
    const page = await scene().open();
    await enable(scene(), page);
    const popup = await scene().openPopup(page);
    await press(popup, 'Settings');
    await turn(popup, 'Feedback');
    await popup.click('.back');
    await waitUntil(async () => !/Feedback/.test(await textOf(popup)), 'the tab is gone');
    await popup.close();
    await scene().restart();
    const again = await scene().openPopup(await scene().open());
    await says(again, /Mark all as read/);
    assert.doesNotMatch(await textOf(again), /Feedback/);
    await press(again, 'Settings');
    await turn(again, 'Feedback');
    await again.click('.back');
    await says(again, /Feedback/);
    await again.close();
  });

  test('with news switched off there is no request for them', async () => {
    const { hub } = scene();
    const page = await scene().open();
    const popup = await scene().openPopup(page);
    await press(popup, 'Settings');
    await turn(popup, 'News');
    await says(popup, /Saved/);
    await popup.close();
    const asked = hub.requests.length;
    await scene().restart();
    const again = await scene().openPopup(await scene().open());
    await says(again, /Which extensions fit this CRM/);
    await press(again, 'Settings');
    await turn(again, 'News');
    await says(again, /Saved/);
    await again.close();
    assert.equal(hub.requests.slice(asked).filter(({ url }) => url.includes('news')).length, 0);
  });

  test('the launcher goes to the edge that is chosen, on the pages that are open', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    assert.equal(await sideOf(page), 'right');
    const drawer = await openDrawer(page);
    await press(drawer, 'Settings');
    await press(drawer, 'Open settings in a tab');
    const settings = await settingsTab(scene().browser);
    await choose(settings, 'Edge of the page', 'start');
    await says(settings, /Saved/);
    await settings.close();
    await page.reload();
    await launcherAppears(page);
    assert.equal(await sideOf(page), 'left');
    await page.close();
  });

  test('what no page says is asked for, and goes with a message as the person’s choice', async () => {
    const page = await scene().open(silent);
    const popup = await scene().openPopup(page);
    await press(popup, 'Toolbar only');
    await press(popup, 'Settings');
    await choose(popup, 'Industry', 'Legal');
    await says(popup, /Saved/);
    await popup.click('.back');
    await writeFeedback(popup, 'Hello');
    await says(popup, /Legal\s+Your choice in Settings/);
    await popup.close();
    await page.close();
  });
});

const item = (title: string) => `<item><title>${title}</title><guid isPermaLink="false">1</guid></item>`;
const feedOf = (title: string, items: string) =>
  `<rss version="2.0"><channel><title>${title}</title><link>http://other.test/</link>${items}</channel></rss>`;

withExtension('A further news feed', { grants: true, alsoGranted: ['http://other.test/*'] }, (scene) => {
  let feeds: Site;
  const table: Table = {
    '/feed.xml': () => ({
      // A mark that no other browser is given, in each place that has room for one.
      headers: {
        'content-type': 'text/xml',
        etag: '"you, and nobody else"',
        'last-modified': 'Thu, 01 Jan 1970 13:05:21 GMT',
        'set-cookie': 'you=1',
        'cache-control': 'max-age=0, must-revalidate',
      },
      body: feedOf('The users’ club', item('Summer meeting')),
    }),
    '/page.html': { body: '<!doctype html><html><title>No feed</title></html>' },
  };
  before(async () => {
    feeds = await serve(table);
  });
  after(() => feeds?.close());

  test('is added, and shown among the hub’s news under its own name; removed, it is gone', async () => {
    const { browser } = scene();
    const page = await scene().open();
    const popup = await scene().openPopup(page);
    await press(popup, 'Toolbar only');
    await press(popup, 'Settings');
    // The popup closes under the pointer: whether the tab came is seen by the tab.
    await press(popup, 'Open settings in a tab').catch(() => {});
    const settings = await settingsTab(browser);
    await fill(settings, '#field-feed', `${feeds.origin('other.test')}/page.html`);
    await press(settings, 'Add');
    await says(settings, /There is no news feed at this address/);
    await press(settings, 'Remove');
    await fill(settings, '#field-feed', `${feeds.origin('other.test')}/feed.xml`);
    await press(settings, 'Add');
    await says(settings, /Fetched today/);
    await settings.close();
    if (await popup.isOpen()) await popup.close();

    const again = await scene().openPopup(page);
    await says(again, /Summer meeting[\s\S]*The users’ club/);
    await says(again, /Mark all as read/);
    const asked = feeds.requests.length;
    await press(again, 'Look for news');
    await waitUntil(() => feeds.requests.length > asked, 'the feed is asked for again');
    await press(again, 'Settings');
    await press(again, 'Remove');
    await says(again, /To enter one, open the settings in a tab/);
    await again.click('.back');
    await again.close();
    const last = await scene().openPopup(page);
    await says(last, /Mark all as read/);
    assert.doesNotMatch(await textOf(last), /Summer meeting/);
    await last.close();
    await page.close();
  });

  test('its server learns neither who asks nor where, nor that somebody asks again', () => {
    const asked = feeds.requests.filter(({ url }) => url !== '/favicon.ico');
    assert.ok(asked.filter(({ url }) => url === '/feed.xml').length > 1);
    for (const { url, headers } of asked) {
      const told = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
      for (const name of ['cookie', 'referer', 'if-none-match', 'if-modified-since']) {
        assert.equal(told.get(name), undefined, name);
      }
      assert.match(told.get('origin') ?? 'null', /^(null|chrome-extension:.*)$/);
      assert.doesNotMatch(JSON.stringify([url, headers]), /crm\.test|moz-extension/);
    }
  });
});

/** The edge of the window that the launcher is at. */
function sideOf(page: Page): Promise<'left' | 'right'> {
  return page.$eval('>>> .launcher', (launcher) => (launcher.getBoundingClientRect().left === 0 ? 'left' : 'right'));
}
