import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'puppeteer-core';
import { crmInstall, dropinTag } from '../../fixtures/crm/site.ts';
import { inBoth } from '../harness/browsers.ts';
import type { Site } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { asNewcomer } from './crm.ts';
import type { Hub } from './hub.ts';
import { startHub } from './hub.ts';
import { click, drawerText, find, openFeedback, openPanel, says, writeFeedback } from './panel.ts';

let hub: Hub;
let site: Site;
before(async () => {
  hub = await startHub();
  const head = dropinTag(hub.url);
  site = await serve({ ...crmInstall('/vtigercrm/', { head }), ...crmInstall('/test/', { head, version: '8.3.0' }) });
});
after(async () => {
  await site?.close();
  await hub?.stop();
});

async function open(context: BrowserContext, directory: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.origin('crm.test')}${directory}index.php?module=Contacts&view=List`);
  return page;
}

/** The random key that the form is about to send. */
async function keyIn(page: Page): Promise<string | undefined> {
  await says(page, /Install key\d+Random/);
  return /Install key(\d+)Random/.exec(await drawerText(page))?.[1];
}

inBoth('The drop-in on two installs of one host', (browser) => {
  test('keeps key, draft and launcher of each to itself', () =>
    asNewcomer(browser(), async (context) => {
      const production = await open(context, '/vtigercrm/');
      await openPanel(production);
      await writeFeedback(production, 'About production');
      await says(production, /"text":"About production"/);
      const key = await keyIn(production);

      const copy = await open(context, '/test/');
      await openPanel(copy);
      await says(copy, /vtiger 8\.3\.0/);
      await openFeedback(copy);
      assert.notEqual(await keyIn(copy), key);
      assert.doesNotMatch(await drawerText(copy), /About production/);
      await copy.keyboard.press('Escape');
      await hideLauncher(copy);
      await copy.reload();
      assert.equal((await copy.$$('[data-noticeboard]')).length, 0);

      await copy.close();
      await production.bringToFront();
      await production.reload();
      await openPanel(production);
      await click(production, '#tab-feedback');
      await says(production, /"text":"About production"/);
      assert.equal(await keyIn(production), key);
    }));
});

async function hideLauncher(page: Page): Promise<void> {
  await (await find(page, '.launcher')).focus();
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.up('Alt');
  await click(page, '.menu button:last-child');
}
