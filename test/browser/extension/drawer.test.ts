import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { waitUntil } from '../harness/waitUntil.ts';
import { isDrawerOpen, isLauncherFocused, launcherAppears, openDrawer, pressLauncher } from './drawer.ts';
import { enableCrm } from './enable.ts';
import { withExtension } from './scene.ts';
import { press, says, writeFeedback } from './view.ts';

withExtension('The drawer on a CRM that is enabled', { grants: true }, (scene) => {
  before(() => enableCrm(scene()));

  test('opens the drawer with the focus in it, and gives the focus back on Escape', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    const drawer = await openDrawer(page);
    await says(drawer, /vtiger 8\.4\.0 · Acme/);
    assert.equal(await isDrawerOpen(page), true);
    await waitUntil(
      () => drawer.evaluate(() => document.hasFocus() && document.activeElement !== document.body),
      'the focus is in the panel',
    );
    await drawer.press('Escape');
    await waitUntil(async () => !(await isDrawerOpen(page)), 'the drawer is closed');
    assert.equal(await isLauncherFocused(page), true);
    await pressLauncher(page);
    await waitUntil(() => drawer.evaluate(() => document.hasFocus()), 'the focus is in the panel again');
    await page.close();
  });

  test('sends feedback from the drawer that is in the database once, though its first receipt was lost', async () => {
    const { hub, name } = scene();
    const text = `From the drawer of ${name}`;
    hub.fate = 'receipt lost';
    const page = await scene().open();
    await launcherAppears(page);
    const drawer = await openDrawer(page);
    await writeFeedback(drawer, text);
    await press(drawer, 'Send feedback');
    await says(drawer, /1 message waiting to be sent/);
    hub.fate = 'delivered';
    await press(drawer, 'Try now');
    await says(drawer, /Delivered at/);
    const sent = hub.requests.filter(({ method, body }) => method === 'POST' && body.includes(text));
    assert.ok(sent.length >= 2, `it was sent ${sent.length} times`);
    assert.equal((await hub.stored()).filter((each) => each.text === text).length, 1);
    await page.close();
  });

  test('shows a dot on icon and launcher when the news changed, until they are looked at', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    const popup = await scene().openPopup(page);
    await press(popup, 'News');
    await says(popup, /Mark all as read/);
    assert.equal(await popup.evaluate(badge), '');
    await popup.evaluate(ageNews);
    await waitUntil(async () => (await popup.evaluate(badge)) === ' ', 'the icon has a dot');
    await waitUntil(async () => (await page.$('>>> .launcher.dot')) !== null, 'the launcher has a dot');
    await popup.close();
    const again = await scene().openPopup(page);
    await press(again, 'News');
    await says(again, /Mark all as read/);
    await waitUntil(async () => (await again.evaluate(badge)) === '', 'the icon has no dot');
    await waitUntil(async () => (await page.$('>>> .launcher.dot')) === null, 'the launcher has no dot');
    await again.close();
    await page.close();
  });
});

declare const chrome: {
  action: { getBadgeText(details: object): Promise<string> };
  alarms: { create(name: string, when: { when: number }): Promise<void> };
};

function badge(): Promise<string> {
  return chrome.action.getBadgeText({});
}

/** Puts other news in the place of those that were fetched, as if that were long ago, and has the browser look for news. */
function ageNews(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('noticeboard');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const values = opening.result.transaction('values', 'readwrite').objectStore('values');
      const reading = values.get('news');
      reading.onsuccess = () => {
        values.put(
          { ...reading.result, feed: reading.result.feed.replace(/<item>.*?<\/item>/s, ''), fetchedAt: 0 },
          'news',
        );
      };
      values.transaction.oncomplete = () => {
        opening.result.close();
        chrome.alarms.create('news', { when: Date.now() }).then(resolve, reject);
      };
    };
  });
}
