import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { SpawnedHub } from '../hub/spawned.ts';
import { newFolder, spawnHub } from '../hub/spawned.ts';
import { click, find, openPanel, says, sendFeedback } from './dropin/panel.ts';
import { inBoth } from './harness/browsers.ts';
import { waitUntil } from './harness/waitUntil.ts';

inBoth('The demo CRM', (browser) => {
  const folder = newFolder();
  let hub: SpawnedHub;
  before(async () => {
    hub = await spawnHub({ DATA_DIR: folder });
  });
  after(async () => {
    hub.signal('SIGTERM');
    await hub.ended;
    rmSync(folder, { recursive: true });
  });

  test('shows the launcher of the built drop-in, whose panel knows it as vtiger', async () => {
    const page = await browser().newPage();
    await page.goto(`${hub.url}/demo/`);
    const launcher = await page.waitForSelector('[data-noticeboard=launcher] >>> button');
    await launcher?.click();
    const header = await page.waitForSelector('[data-noticeboard=drawer] >>> .panel header');
    const text = () => header?.evaluate((element) => element.textContent);
    await waitUntil(async () => (await text())?.includes('Acme'), 'the header names the CRM');
    assert.match((await text()) ?? '', /vtiger 8\.4\.0 · Acme/);
    await page.close();
  });

  test('has all that Noticeboard does, under a policy as strict as a CRM may have', async () => {
    const page = await browser().newPage();
    await page.goto(`${hub.url}/demo/`);
    await openPanel(page);
    await says(page, /Mark all as read/);
    await click(page, '#tab-extensions');
    await click(page, 'form .button.main');
    await find(page, '.extension');
    await sendFeedback(page, 'From the demo');
    await says(page, /Delivered at .*Receipt/);
    await page.close();
  });
});
