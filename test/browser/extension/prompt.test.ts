import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { launcherAppears, launchers } from './drawer.ts';
import { answer, asks } from './firefoxPrompt.ts';
import type { Popup } from './popup.ts';
import type { Scene } from './scene.ts';
import { setUp } from './scene.ts';
import { panelTab } from './tab.ts';
import { press, says } from './view.ts';

// Headless Chromium has no question that a test could answer.
describe("Firefox's own question", () => {
  let scene: Scene;
  let end: () => Promise<void>;
  before(async () => {
    ({ value: scene, end } = await setUp('firefox', { grants: false, asks: true }));
  });
  after(() => end?.());

  /** What a popup does when Firefox asks. */
  async function isGone(popup: Popup): Promise<void> {
    if (await popup.isOpen()) await popup.close();
  }

  test('leaves no launcher when it is declined, and shows it when it is allowed, though the popup is gone by then', async () => {
    const page = await scene.open();
    for (const button of ['secondaryButton', 'button'] as const) {
      const popup = await scene.openPopup(page);
      await press(popup, 'Show it here');
      await asks(scene.browser);
      await isGone(popup);
      await answer(scene.browser, button);
      if (button === 'button') await launcherAppears(page);
      else assert.equal(await launchers(page), 0);
    }
    await page.close();
  });

  test('comes before the first feedback: declined, the form is not opened; allowed, it is, though the popup is gone by then', async () => {
    const page = await scene.open();
    for (const button of ['secondaryButton', 'button'] as const) {
      const popup = await scene.openPopup(page);
      await press(popup, 'Feedback');
      await says(popup, /What feedback may send/);
      await press(popup, 'Go on');
      await asks(scene.browser);
      await isGone(popup);
      await answer(scene.browser, button);
    }
    const popup = await scene.openPopup(page);
    await press(popup, 'Feedback');
    await says(popup, /What will be sent/);
    await popup.close();
    await page.close();
  });

  test('comes before the first report in a tab, which says when it was declined, and how to be asked again', async () => {
    const page = await scene.open();
    const popup = await scene.openPopup(page);
    await press(popup, 'Open in a tab');
    const tab = await panelTab(scene.browser, /^\?crm=\d+/);
    await press(tab, 'Report');
    await press(tab, 'Go on');
    await asks(scene.browser);
    await answer(scene.browser, 'secondaryButton');
    await says(tab, /The browser did not allow it\. Press the button to be asked again\./);
    await press(tab, 'Go on');
    await asks(scene.browser);
    await answer(scene.browser, 'button');
    await says(tab, /What happened/);
    await tab.close();
    await page.close();
  });
});
