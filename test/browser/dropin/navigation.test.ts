import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inBoth } from '../harness/browsers.ts';
import { navigations } from '../navigation.ts';
import type { Crm } from './crm.ts';
import { asNewcomer, startCrm } from './crm.ts';
import type { Hub } from './hub.ts';
import { startHub } from './hub.ts';
import { find, openPanel, says } from './panel.ts';

let hub: Hub;
let crm: Crm;
before(async () => {
  hub = await startHub();
  crm = await startCrm(hub.url);
});
after(async () => {
  await crm?.close();
  await hub?.stop();
});

inBoth('The launcher of the drop-in', (browser) => {
  test('is there once after every way of getting about, and opens', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      for (const [way, go] of Object.entries(navigations)) {
        await go(page);
        await find(page, '.launcher');
        assert.equal((await page.$$('[data-noticeboard=launcher]')).length, 1, way);
      }
      await openPanel(page);
      await says(page, /vtiger 8\.4\.0/);
    }));

  test('is there once though the script runs twice, as when a part with its tag is exchanged', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      await find(page, '.launcher');
      await page.addScriptTag({ url: `${hub.url}/noticeboard.js` });
      assert.equal((await page.$$('[data-noticeboard=launcher]')).length, 1);
    }));
});
