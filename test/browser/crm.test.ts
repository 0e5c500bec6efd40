import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page as Tab } from 'puppeteer-core';
import type { Page } from '../../widget/contract/page.ts';
import { page as pageSchema } from '../../widget/contract/page.ts';
import { adapters } from '../../widget/crm/adapters.ts';
import type { readPage } from '../../widget/crm/readPage.ts';
import { fixtures } from '../fixtures/crm/fixtures.ts';
import { forkFixtures } from '../fixtures/crm/forkFixtures.ts';
import { lookAlikes } from '../fixtures/crm/lookAlikes.ts';
import { crmInstall, strictPolicy } from '../fixtures/crm/site.ts';
import { inBoth } from './harness/browsers.ts';
import { bundle } from './harness/bundle.ts';
import type { Site, Table } from './harness/site.ts';
import { serve } from './harness/site.ts';

declare global {
  /** The bundle under test, once it was put into a page. */
  var crm: { readPage: typeof readPage };
  /** Every adapter, once it was put into a page. */
  var known: { adapters: typeof adapters };
}

for (const { name } of adapters) {
  test(`the adapter for ${name} has a fixture of an administrator and of another user`, () => {
    const own = fixtures.filter(({ adapter }) => adapter === name).map(({ page }) => page?.administrator?.value);
    for (const who of [true, false]) assert.ok(own.includes(who), `none with administrator ${who}`);
  });
}

inBoth('A CRM page', (browser) => {
  const table: Table = {};
  let site: Site;
  let script: string;
  let tab: Tab;
  before(async () => {
    script = await bundle('widget/crm/readPage.ts', 'crm');
    site = await serve(table);
    tab = await browser().newPage();
  });
  after(() => site.close());

  async function visit(path: string): Promise<void> {
    await tab.goto(site.origin('crm.test') + path, { waitUntil: 'domcontentloaded' });
    await tab.evaluate(script);
  }
  const read = () => tab.evaluate(() => crm.readPage(document, document.URL));

  for (const { name, path, html, page } of fixtures) {
    test(`is read as it is: ${name}`, async () => {
      table[pathname(path)] = { body: html };
      await visit(path);
      const found = await read();
      assert.deepEqual(found, page && { ...page, baseUrl: site.origin('crm.test') + page.baseUrl });
      if (found) assert.deepEqual(pageSchema.parse(found), found);
    });
  }

  for (const { name, path, html } of lookAlikes) {
    test(`is not taken for one: ${name}`, async () => {
      table[pathname(path)] = { body: html };
      await visit(path);
      assert.equal(await read(), null);
    });
  }

  test('is known by the adapter that it is a fixture of, and where several know it by that one first', async () => {
    await tab.evaluate(await bundle('widget/crm/adapters.ts', 'known'));
    for (const { name, adapter, html } of fixtures) {
      const first = await tab.evaluate((text) => {
        const page = new DOMParser().parseFromString(text, 'text/html');
        return known.adapters.find((each) => each.recognises(page))?.name ?? null;
      }, html);
      assert.equal(first, adapter, name);
    }
  });

  test('declares before it shows, and shows what it does not declare', async () => {
    const declared = { version: '8.4.0-acme5', company: 'Acme </script>', administrator: 'perhaps', installKey: '42' };
    Object.assign(table, crmInstall('/vtigercrm/', { declared }));
    await visit('/vtigercrm/index.php?module=Contacts&view=List');
    const page = await read();
    assert.deepEqual(page?.version, { value: '8.4.0-acme5', source: 'declared' });
    assert.deepEqual(page?.company, { value: 'Acme </script>', source: 'declared' });
    assert.deepEqual(page?.installKey, { value: '42', source: 'declared' });
    assert.deepEqual(page?.administrator, { value: true, source: 'menu' });
    assert.equal(page?.product, 'vtiger');
  });

  test('is a CRM by its declaration alone, and then "CRM" unless it has a name', async () => {
    const declaring = (text: string) =>
      `<!doctype html><title>CRM</title><script type="application/json" id="noticeboard-install">${text}</script>`;
    table['/desk/start'] = { body: declaring('{"version":"3.1"}') };
    await visit('/desk/start');
    const baseUrl = `${site.origin('crm.test')}/desk/`;
    assert.deepEqual(await read(), { baseUrl, product: 'CRM', version: { value: '3.1', source: 'declared' } });
    table['/desk/start'] = { body: declaring('{"product":"Desk"}') };
    await visit('/desk/start');
    assert.deepEqual(await read(), { baseUrl, product: 'Desk' });
    table['/desk/start'] = { body: declaring('{"version":') };
    await visit('/desk/start');
    assert.equal(await read(), null);
  });

  test('is read as it is at the moment, though its parts were exchanged and its own variables are of the past', async () => {
    Object.assign(table, crmInstall('/vtigercrm/'));
    await visit('/vtigercrm/index.php?module=Contacts&view=List');
    assert.equal((await read())?.module?.value, 'Contacts');
    await tab.evaluate(() => history.pushState({}, '', 'index.php?module=Accounts&view=Detail&record=7'));
    const page = await read();
    assert.deepEqual(page?.module, { value: 'Accounts', source: 'url' });
    assert.deepEqual(page?.view, { value: 'Detail', source: 'url' });
  });

  test('is known to have the vtiger module by its script, if it comes from the install itself', async () => {
    const script = 'layouts/vlayout/modules/Noticeboard/resources/noticeboard.js?abc';
    for (const [address, expected] of [
      [script, true],
      [`/vtigercrm/${script}`, true],
      [`/test/${script}`, undefined],
      [`http://other.test/vtigercrm/${script}`, undefined],
    ] as const) {
      Object.assign(table, crmInstall('/vtigercrm/', { head: `<script async src="${address}"></script>` }));
      await visit('/vtigercrm/index.php?module=Contacts&view=List');
      assert.equal((await read())?.hasVtigerModule, expected, address);
    }
  });

  test('that bears the script of the vtiger module is a CRM, whatever else of it was changed', async () => {
    table['/desk/start'] = {
      body: '<!doctype html><script src="layouts/vlayout/modules/Noticeboard/resources/noticeboard.js"></script>',
    };
    await visit('/desk/start');
    const baseUrl = `${site.origin('crm.test')}/desk/`;
    assert.deepEqual(await read(), { baseUrl, product: 'CRM', hasVtigerModule: true });
  });

  test('is read under a strict policy and beside Prototype 1.5', async () => {
    const contentSecurityPolicy = strictPolicy('http://hub.test');
    Object.assign(
      table,
      crmInstall('/vtigercrm/', { contentSecurityPolicy, prototype15: true, declared: { os: 'Linux' } }),
    );
    await visit('/vtigercrm/index.php?module=Contacts&view=List');
    assert.equal(await tab.evaluate(() => Array.from(new Set([1])).length), 0, 'the hazards are there');
    const page = await read();
    assert.equal(page?.version?.value, '8.4.0');
    assert.equal(page?.os?.value, 'Linux');
    assert.equal(page?.administrator?.value, true);
  });

  test('is not judged before it is parsed, so that a fork has its say', { timeout: 120_000 }, async () => {
    for (const { name, html, page } of [...forkFixtures, ...fixtures.filter((each) => each.name.includes(', adm'))]) {
      const { early, whole } = await tab.evaluate((text) => {
        const address = 'http://crm.test/vtigercrm/index.php?module=Contacts&view=List';
        const loading = document.implementation.createHTMLDocument();
        loading.open();
        const early: (Page | null)[] = [];
        const step = Math.ceil(text.length / 120);
        for (let at = 0; at < text.length; at += step) {
          loading.write(text.slice(at, at + step));
          early.push(crm.readPage(loading, address));
        }
        loading.close();
        return { early, whole: crm.readPage(loading, address) };
      }, html);
      assert.ok(early.length > 100);
      assert.ok(
        early.every((found) => found === null),
        name,
      );
      assert.equal(whole?.product, page?.product, name);
    }
  });
});

function pathname(path: string): string {
  return new URL(path, 'http://crm').pathname;
}
