import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { asksModule, crmWithModule, moduleSays } from '../../fixtures/crm/moduleSite.ts';
import { inBoth } from '../harness/browsers.ts';
import type { Site } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import type { Hub } from './hub.ts';
import { startHub } from './hub.ts';
import { click, drawerText, find, openFeedback, openPanel, says, sendFeedback } from './panel.ts';

const install = {
  version: '8.4.0',
  os: 'Debian 12',
  installKey: '4711',
  administrator: true,
  userId: '1',
  company: 'Acme',
};

let hub: Hub;
let site: Site;
let answer: object;
before(async () => {
  hub = await startHub();
  site = await serve(crmWithModule('/crm/', { scripts: hub.scripts, answer: () => moduleSays(answer) }));
});
after(async () => {
  await site?.close();
  await hub?.stop();
});
beforeEach(() => {
  answer = { hub: hub.url, features: ['news', 'extensions', 'feedback'], install };
});

const asked = () => site.requests.filter(asksModule).length;

async function openCrm(browser: Browser) {
  const page = await browser.newPage();
  await page.goto(`${site.origin('crm.test')}/crm/index.php?module=Contacts&view=List`);
  await find(page, '.launcher');
  return page;
}

inBoth('The drop-in of the vtiger module', (browser, name) => {
  test('asks the module for hub and install on the first open, and sends with what it said', async () => {
    const text = `Through the module in ${name}`;
    const before = asked();
    const page = await openCrm(browser());
    assert.equal(asked(), before, 'before the first click nothing is asked');
    await openPanel(page);
    await says(page, /vtiger 8\.4\.0 · Acme/);
    await openFeedback(page);
    await says(page, /Debian 12Noticeboard module in the CRM/);
    await says(page, /4711/);
    await sendFeedback(page, text);
    await waitUntil(async () => (await hub.stored()).some((each) => each.text === text), 'the hub has it');
    assert.equal(asked(), before + 1);
    await page.close();
  });

  test('shows only the features that are switched on in the module', async () => {
    answer = { hub: hub.url, features: ['feedback'], install };
    const page = await openCrm(browser());
    await openPanel(page);
    await says(page, /Your feedback/);
    assert.doesNotMatch(await drawerText(page), /News|Extensions/);
    await page.close();
  });

  test('says so where everything is switched off', async () => {
    answer = { hub: hub.url, features: [], install };
    const page = await openCrm(browser());
    await click(page, '.launcher');
    await says(page, /Nothing is switched on here/);
    await page.close();
  });

  test('asks Module Manager for the installed extensions where the module does not tell, once a session', async () => {
    const page = await openCrm(browser());
    const listed = () => site.requests.filter(({ url }) => url.includes('module=ModuleManager'));
    const before = listed().length;
    await openPanel(page);
    await click(page, '#tab-extensions');
    await find(page, 'form .button.main');
    assert.equal(listed().length, before, 'not before the list is wanted');
    await click(page, 'form .button.main');
    await says(page, /Installed here.*Field Mapper/);
    await page.reload();
    await openPanel(page);
    await click(page, '#tab-extensions');
    await says(page, /Installed here.*Field Mapper/);
    assert.equal(listed().length, before + 1);
    for (const { method } of site.requests) assert.equal(method, 'GET');
    await page.close();
  });
});
