import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { crmInstall } from '../../fixtures/crm/site.ts';
import { inBoth } from '../harness/browsers.ts';
import type { RecordedRequest, Resource, Site, Table } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import type { Hub } from './hub.ts';
import { dropinScripts, startHub } from './hub.ts';
import { find, openFeedback, openPanel, says, sendFeedback } from './panel.ts';

const place = 'layouts/vlayout/modules/Noticeboard/resources';
const asked: string[] = [];
let hub: Hub;
let site: Site;
before(async () => {
  hub = await startHub();
  site = await serve(crmWithModule('/crm/', await dropinScripts()));
});
after(async () => {
  await site?.close();
  await hub?.stop();
});

/** A CRM as it is with the vtiger module: the scripts lie in its own folder, and one action knows the hub. */
function crmWithModule(directory: string, scripts: ReadonlyMap<string, string>): Table {
  const table = crmInstall(directory, { head: `<script src="${directory}${place}/noticeboard.js?abc123"></script>` });
  const index = table[`${directory}index.php`];
  const action = (): Resource => ({
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      hub: hub.url,
      features: ['news', 'extensions', 'feedback'],
      install: {
        version: '8.4.0',
        os: 'Debian 12',
        installKey: '4711',
        administrator: true,
        userId: '1',
        company: 'Acme',
      },
    }),
  });
  const js = { 'content-type': 'text/javascript' };
  const served = [...scripts].map(([path, body]) => [`${directory}${place}${path}`, { headers: js, body }] as const);
  return {
    ...table,
    ...Object.fromEntries(served),
    [`${directory}index.php`]: (request: RecordedRequest) => {
      asked.push(request.url);
      if (request.url.includes('module=Noticeboard')) return action();
      return typeof index === 'function' ? index(request) : (index ?? action());
    },
  };
}

inBoth('The drop-in of the vtiger module', (browser, name) => {
  test('asks the module for hub and install on the first open, and sends with what it said', async () => {
    const text = `Through the module in ${name}`;
    const page = await browser().newPage();
    asked.length = 0;
    await page.goto(`${site.origin('crm.test')}/crm/index.php?module=Contacts&view=List`);
    await find(page, '.launcher');
    assert.equal(asked.length, 1, 'before the first click nothing is asked');
    await openPanel(page);
    await says(page, /vtiger 8\.4\.0 · Acme/);
    await openFeedback(page);
    await says(page, /Debian 12Noticeboard module in the CRM/);
    await says(page, /4711/);
    await sendFeedback(page, text);
    await waitUntil(async () => (await hub.stored()).some((each) => each.text === text), 'the hub has it');
    assert.equal(asked.filter((url) => url.includes('module=Noticeboard')).length, 1);
    await page.close();
  });
});
