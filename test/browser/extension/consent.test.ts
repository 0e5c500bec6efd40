import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { launcherAppears, openDrawer } from './drawer.ts';
import { takeBackData } from './firefoxConsent.ts';
import { answer, asks } from './firefoxPrompt.ts';
import type { Popup } from './popup.ts';
import type { Scene } from './scene.ts';
import { setUp } from './scene.ts';
import { panelTab } from './tab.ts';
import { fill, press, says } from './view.ts';

// Chromium has no question of its own for what an extension sends.
describe("Firefox's consent to what is sent", () => {
  let scene: Scene;
  let end: () => Promise<void>;
  before(async () => {
    ({ value: scene, end } = await setUp('firefox', { grants: false, asks: true }));
  });
  after(() => end?.());

  const sent = (path: string, words = '') =>
    scene.hub.requests.filter(
      ({ method, url, body }) => method !== 'OPTIONS' && url.startsWith(path) && body.includes(words),
    );

  /** Answers what Firefox asks, and opens the popup again that has made way for the question. */
  async function reopened(popup: Popup, page: Page, button: 'button' | 'secondaryButton'): Promise<Popup> {
    await asks(scene.browser);
    if (await popup.isOpen()) await popup.close();
    await answer(scene.browser, button);
    return scene.openPopup(page);
  }

  test('comes before the first recommendations: declined, nothing is asked for', async () => {
    const page = await scene.open();
    let popup = await scene.openPopup(page);
    await press(popup, 'Toolbar only');
    for (const button of ['secondaryButton', 'button'] as const) {
      await press(popup, 'Extensions');
      await press(popup, 'Show recommendations');
      popup = await reopened(popup, page, button);
      if (button === 'secondaryButton') assert.equal(sent('/v1/extensions').length, 0);
    }
    await press(popup, 'Extensions');
    await says(popup, /Asked with three facts/);
    assert.equal(sent('/v1/extensions').length, 1);
    await popup.close();
    await page.close();
  });

  test('taken back, nothing more of that kind goes until it is given again, but for what takes a message back', async () => {
    const { hub, browser } = scene;
    const page = await scene.open();
    let popup = await scene.openPopup(page);
    await press(popup, 'Feedback');
    await press(popup, 'Go on');
    popup = await reopened(popup, page, 'button');
    await press(popup, 'Feedback');
    await fill(popup, 'textarea[name=text]', 'While it is allowed');
    await press(popup, 'Send feedback');
    await says(popup, /Delivered at/);
    hub.down = true;
    await fill(popup, 'textarea[name=text]', 'Before it was taken back');
    await press(popup, 'Send feedback');
    await says(popup, /1 is waiting/);

    await takeBackData(browser, ['technicalAndInteraction']);
    await popup.click('.strip .title');
    await press(popup, 'Try now');
    await says(popup, /The browser does not allow it/);
    // By now what may have been under way before has come to its end.
    hub.down = false;
    const before = sent('/v1/feedback', 'Before it was').length;
    await press(popup, 'Try now');
    await popup.close();

    popup = await scene.openPopup(page);
    await press(popup, 'Extensions');
    await says(popup, /Which extensions fit this CRM/);
    await press(popup, 'Feedback');
    await says(popup, /What feedback may send/);
    assert.equal(await popup.evaluate(() => document.querySelector('textarea')), null);
    assert.equal(sent('/v1/feedback', 'Before it was').length, before);
    await press(popup, 'Go on');
    popup = await reopened(popup, page, 'button');
    await waitUntil(
      async () => (await hub.stored()).filter(({ text }) => text === 'Before it was taken back').length === 1,
      'what waited is delivered',
    );
    await press(popup, 'Feedback');
    await says(popup, /What will be sent/);
    await popup.close();

    await takeBackData(browser, ['personallyIdentifyingInfo']);
    popup = await scene.openPopup(page);
    await popup.click('.strip .title');
    await press(popup, 'Withdraw…');
    await press(popup, 'Withdraw');
    await waitUntil(() => sent('/v1/withdrawals').length === 1, 'the hub is told');
    await popup.close();
    await page.close();
  });

  test('is asked for in a tab where the drawer needs it, again when that was closed, and the drawer goes on by itself', async () => {
    const page = await scene.open('/test/index.php?module=Home&view=DashBoard');
    const popup = await scene.openPopup(page);
    await press(popup, 'Show it here');
    await asks(scene.browser);
    if (await popup.isOpen()) await popup.close();
    await answer(scene.browser, 'button');
    await launcherAppears(page);
    const drawer = await openDrawer(page);
    await press(drawer, 'Report');
    await says(drawer, /What a report may send/);
    const asksInTab = async () => {
      await page.bringToFront();
      await press(drawer, 'Go on');
      const opened = await panelTab(scene.browser, /^\?crm=\d+&feature=issue$/);
      await says(opened, /What a report may send/);
      return opened;
    };
    await (await asksInTab()).close();
    const tab = await asksInTab();
    await press(tab, 'Go on');
    await asks(scene.browser);
    await answer(scene.browser, 'button');
    await says(tab, /What will be sent/);
    await tab.close();
    await page.bringToFront();
    await says(drawer, /What will be sent/);
    await page.close();
  });
});
