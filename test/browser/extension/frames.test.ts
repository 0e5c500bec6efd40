import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { framedPanel, launcherAppears } from './drawer.ts';
import { enableCrm } from './enable.ts';
import { panelAddress } from './panelAddress.ts';
import { withExtension } from './scene.ts';
import { says } from './view.ts';

function addFrame(page: Page, address: string): Promise<void> {
  return page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    frame.width = '400';
    frame.height = '600';
    document.body.append(frame);
  }, address);
}

function isLoaded(): boolean {
  return performance.getEntriesByType('navigation').some((entry) => Reflect.get(entry, 'loadEventEnd') > 0);
}

withExtension('The panel in a frame of somebody else', { grants: true }, (scene) => {
  test('gets no answer on a site that is not enabled, though it lies on the same host', async () => {
    await enableCrm(scene());
    for (const path of ['/other.html', '/test/index.php?module=Home&view=DashBoard']) {
      const page = await scene().open(path);
      await addFrame(page, await panelAddress(scene().browser));
      const panel = await framedPanel(page);
      await says(panel, /This is not allowed here/);
      await page.close();
    }
  });

  test('is not drawn at all within a frame of an enabled CRM', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    await addFrame(page, `${scene().site.origin('other.test')}/other.html`);
    const inner = await waitUntil(() => page.frames().find((frame) => frame.url().includes('other.test')), 'the frame');
    await inner.waitForSelector('p');
    const address = await panelAddress(scene().browser);
    await inner.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, address);
    const panel = await framedPanel(page);
    await waitUntil(() => panel.evaluate(isLoaded), 'the document is loaded');
    assert.equal(await panel.evaluate(() => document.body.childElementCount), 0);
    await page.close();
  });
});
