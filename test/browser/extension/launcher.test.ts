import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import {
  isDrawerOpen,
  isLauncherFocused,
  launcherAppears,
  launcherGoes,
  launchers,
  openDrawer,
  pressLauncher,
} from './drawer.ts';
import { withExtension } from './scene.ts';
import { press, says, turn, writeFeedback } from './view.ts';

withExtension('The extension on a CRM that is enabled', { grants: true }, (scene, name) => {
  test('shows the launcher at once in open pages of that CRM, and nowhere else', async () => {
    const [page, second] = [await scene().open(), await scene().open()];
    const elsewhere = [
      await scene().open('/test/index.php?module=Home&view=DashBoard'),
      await scene().open('/other.html'),
    ];
    const popup = await scene().openPopup(page);
    await says(popup, /Show Noticeboard on this CRM/);
    assert.equal(await launchers(page), 0);
    await press(popup, 'Show it here');
    await launcherAppears(page);
    await launcherAppears(second);
    await popup.close();
    for (const other of elsewhere) {
      assert.equal(await launchers(other), 0);
      await other.reload();
      assert.equal(await launchers(other), 0);
      await other.close();
    }
    await second.close();
    await page.close();
  });

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

  test('shows the launcher again after the browser was closed', async () => {
    await scene().restart();
    const page = await scene().open();
    await launcherAppears(page);
    const drawer = await openDrawer(page);
    await says(drawer, /vtiger 8\.4\.0 · Acme/);
    await page.close();
  });

  test('keeps the launcher where it was moved to, on every page', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    await page.focus('>>> .launcher');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Alt');
    await page.keyboard.press('Enter');
    const place = () => page.$eval('>>> .launcher', (button) => button.getBoundingClientRect().top);
    const before = await place();
    await page.reload();
    await launcherAppears(page);
    assert.equal(await place(), before);
    await page.close();
  });

  test('leaves the launcher of a drop-in alone on another CRM, and takes its place where it is enabled', async () => {
    const page = await scene().open('/with-dropin/index.php?module=Home&view=DashBoard');
    await launcherAppears(page);
    const popup = await scene().openPopup(page);
    await press(popup, 'Show it here');
    await waitUntil(() => isOurs(page), 'the launcher is the one of the extension');
    assert.equal(await launchers(page), 1);
    await popup.close();
    await page.reload();
    await waitUntil(() => isOurs(page), 'the launcher is the one of the extension');
    assert.equal(await launchers(page), 1);
    const again = await scene().openPopup(page);
    await press(again, 'Settings');
    await turn(again, 'Show Noticeboard here');
    await launcherGoes(page);
    await again.close();
    await page.close();
  });

  test('takes the launcher away at once where it is turned off, and gives the permission back', async () => {
    const page = await scene().open();
    const second = await scene().open();
    await launcherAppears(second);
    await launcherAppears(page);
    const drawer = await openDrawer(page);
    await press(drawer, 'Settings');
    await turn(drawer, 'Show Noticeboard here');
    await launcherGoes(page);
    await launcherGoes(second);
    assert.equal(await isDrawerOpen(page), false);
    await page.reload();
    assert.equal(await launchers(page), 0);
    const popup = await scene().openPopup(page);
    if (scene().name === 'firefox') {
      await waitUntil(async () => (await popup.evaluate(grantedOrigins)) === '', 'no host is granted');
    }
    await press(popup, 'Settings');
    await turn(popup, 'Show Noticeboard here');
    await launcherAppears(page);
    await launcherAppears(second);
    await popup.close();
    await second.close();
    await page.close();
  });

  test('takes hiding the launcher from its own menu for turning it off', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    await page.focus('>>> .launcher');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Alt');
    const hide = await page.waitForSelector('>>> .menu button:last-child');
    await hide?.click();
    await launcherGoes(page);
    const popup = await scene().openPopup(page);
    await press(popup, 'Settings');
    await waitUntil(() => popup.evaluate(isSwitchOff), 'the switch is off');
    await turn(popup, 'Show Noticeboard here');
    await launcherAppears(page);
    await popup.close();
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

  // A permission that the build holds, as in Chromium here, cannot be taken back.
  if (name === 'firefox') {
    test('takes the launcher away when the browser takes the permission back', async () => {
      const page = await scene().open();
      await launcherAppears(page);
      const popup = await scene().openPopup(page);
      await popup.evaluate(dropOrigins);
      await launcherGoes(page);
      await popup.close();
      await page.close();
    });
  }
});

/** Whether the drawer holds a frame: that of a drop-in does not. */
async function isOurs(page: Page): Promise<boolean> {
  return (await page.$('[data-noticeboard=drawer] >>> iframe')) !== null;
}

declare const chrome: {
  action: { getBadgeText(details: object): Promise<string> };
  alarms: { create(name: string, when: { when: number }): Promise<void> };
  permissions: {
    getAll(): Promise<{ origins: string[] }>;
    remove(permissions: { origins: string[] }): Promise<boolean>;
  };
};

async function grantedOrigins(): Promise<string> {
  return (await chrome.permissions.getAll()).origins.join();
}

function dropOrigins(): Promise<boolean> {
  return chrome.permissions.remove({ origins: ['http://crm.test/*'] });
}

function isSwitchOff(): boolean {
  return document.querySelector('[role=switch]')?.ariaChecked === 'false';
}

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
