import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { waitUntil } from '../harness/waitUntil.ts';
import { launcherAppears, launchers } from './drawer.ts';
import { inFirefoxWindow } from './firefoxWindow.ts';
import type { Scene } from './scene.ts';
import { setUp } from './scene.ts';
import { press } from './view.ts';

// Headless Chromium has no question that a test could answer.
describe("Firefox's own question", () => {
  let scene: Scene;
  let end: () => Promise<void>;
  before(async () => {
    ({ value: scene, end } = await setUp('firefox', { grants: false }));
  });
  after(() => end?.());

  test('leaves no launcher when it is declined, and shows it when it is allowed, though the popup is gone by then', async () => {
    const page = await scene.open();
    for (const answer of ['secondaryButton', 'button']) {
      const popup = await scene.openPopup(page);
      await press(popup, 'Show it here');
      await waitUntil(
        () => inFirefoxWindow(scene.browser, `String(PopupNotifications.panel.state === 'open')`),
        'it asks',
      );
      if (await popup.isOpen()) await popup.close();
      await inFirefoxWindow(
        scene.browser,
        `String(PopupNotifications.panel.firstElementChild.${answer}.click() ?? true)`,
      );
      if (answer === 'button') await launcherAppears(page);
      else assert.equal(await launchers(page), 0);
    }
    await page.close();
  });
});
