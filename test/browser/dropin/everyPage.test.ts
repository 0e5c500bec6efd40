import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { CrmOptions } from '../../fixtures/crm/site.ts';
import { crmInstall, dropinTag, strictPolicy } from '../../fixtures/crm/site.ts';
import { inBoth } from '../harness/browsers.ts';
import type { Site } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import type { Hub } from './hub.ts';
import { startHub } from './hub.ts';
import { openPanel, says, sendFeedback } from './panel.ts';

/** Pages on which the drop-in has to work, each at an intranet name over plain HTTP. */
const pages: Record<string, (hub: string) => CrmOptions> = {
  'a page of vtiger 8': () => ({}),
  'a page under a strict policy that allows the hub': (hub) => ({ contentSecurityPolicy: strictPolicy(hub) }),
  'a page with the globals of Prototype 1.5': () => ({ prototype15: true }),
};

let hub: Hub;
let site: Site;
before(async () => {
  hub = await startHub();
  const head = dropinTag(hub.url);
  const installs = Object.values(pages).map((options, at) => crmInstall(`/crm${at}/`, { head, ...options(hub.url) }));
  site = await serve(Object.assign({}, ...installs));
});
after(async () => {
  await site?.close();
  await hub?.stop();
});

inBoth('The drop-in', (browser, name) => {
  for (const [at, title] of Object.keys(pages).entries()) {
    test(`on ${title}, shows the news and sends feedback that is then in the database`, async () => {
      const text = `Feedback from ${title} in ${name}`;
      const page = await browser().newPage();
      const errors: string[] = [];
      // The policy also refuses the inline scripts of the CRM itself, and Firefox counts that among the page's errors.
      page.on('pageerror', (error) => /inline script/.test(String(error)) || errors.push(String(error)));
      await page.goto(`${site.origin('crm.test')}/crm${at}/index.php?module=Contacts&view=List`);
      await openPanel(page);
      await says(page, /vtiger 8\.4\.0/);
      await says(page, /Mark all as read/);
      await sendFeedback(page, text);
      await says(page, /delivered/i);
      await waitUntil(async () => (await hub.stored()).some((each) => each.text === text), 'the hub has it');
      assert.deepEqual(errors, []);
      await page.close();
    });
  }
});
