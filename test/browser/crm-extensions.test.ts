import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page as Tab } from 'puppeteer-core';
import { limits } from '../../widget/contract/limits.ts';
import { installedExtension } from '../../widget/contract/page.ts';
import type { fetchExtensions } from '../../widget/crm/moduleManager/fetchExtensions.ts';
import type { FixtureModule } from '../fixtures/crm/moduleManagerPages.ts';
import { checkboxPage, togglePage } from '../fixtures/crm/moduleManagerPages.ts';
import { prototype15 } from '../fixtures/crm/prototype15.ts';
import { permissionDenied } from '../fixtures/crm/v7LayoutPage.ts';
import { vtiger5Login } from '../fixtures/crm/vtiger5Page.ts';
import { inBoth } from './harness/browsers.ts';
import { bundle } from './harness/bundle.ts';
import type { Resource, Site, Table } from './harness/site.ts';
import { serve } from './harness/site.ts';

declare global {
  /** The bundle under test, once it was put into a page. */
  var extensions: { fetchExtensions: typeof fetchExtensions };
}

const brought: readonly FixtureModule[] = [
  { name: 'Accounts', label: 'Organizations' },
  { name: 'Campaigns', enabled: false },
  // Bundled, and yet marked as if the company had added it.
  { name: 'PBXManager', label: 'PBX Manager', added: true },
];
const added: readonly FixtureModule[] = [
  { name: 'PDFMaker', label: 'PDF Maker &amp; Co. <b>größer</b>'.replace(/<.*?>/g, ''), added: true },
  { name: 'Telefonie', enabled: false, added: true },
];
const both = [...brought, ...added];
const found = [
  { name: 'PDFMaker', label: 'PDF Maker & Co. größer', enabled: true },
  { name: 'Telefonie', label: 'Telefonie', enabled: false },
];
const tables = '/crm/index.php?module=Settings&action=ModuleManager';
const list = '/crm/index.php?module=ModuleManager&parent=Settings&view=List';

/** generation or fork → where its Module Manager is, and a page of it with what it brings itself. */
const generations: readonly [product: string, version: string | undefined, address: string, html: string][] = [
  ['vtiger', '5.1.0', `${tables}&parenttab=Settings`, togglePage(both)],
  ['vtiger', '5.3.0', `${tables}&parenttab=Settings`, togglePage([...both, { name: 'MailManager', added: true }])],
  ['vtiger', '5.4.0', `${tables}&parenttab=Settings`, togglePage([...both, { name: 'ModTracker', added: true }])],
  ['vtiger', '6.0.0', list, checkboxPage(both, 6)],
  ['vtiger', '6.4.0', list, checkboxPage([...both, { name: 'ExtensionStore', added: true }], 6)],
  ['vtiger', '7.3.0', list, checkboxPage(both, 7)],
  ['vtiger', undefined, list, checkboxPage(both, 7)],
  ['vtiger', '8.4.0', list, checkboxPage([...both, { name: 'MailManager' }], 7)],
  ['coreBOS', '8.0', tables, togglePage([...both, { name: 'cbQuestion', added: true }], 'coreBOS')],
  ['YetiForce', '6.5.10', list, checkboxPage([...both, { name: 'Chat', added: true }], 'YetiForce')],
  ['berliCRM', '1.0.49', list, checkboxPage([...both, { name: 'crmtogo', added: true }], 6)],
  ['F-RevoCRM', '8.0.3', list, checkboxPage(both, 7)],
  ['SalesPlatform', '7.2.0-202008', list, checkboxPage([...both, { name: 'SPUnits' }], 7)],
];

/** What a CRM answers in place of a Module Manager → what is said of it. */
const refusals: Record<string, [answer: Resource, failure: string]> = {
  'a way to the login': [{ status: 302, headers: { location: '/crm/index.php?login' }, body: '' }, 'not-administrator'],
  'a page to log in on': [{ body: vtiger5Login }, 'not-administrator'],
  'that it may not': [{ status: 403, body: 'No' }, 'not-administrator'],
  'its "permission denied" page': [{ body: permissionDenied }, 'no-crm'],
  'nothing like it': [{ status: 404, body: 'No' }, 'no-crm'],
  'a list of nothing': [{ body: checkboxPage([], 7) }, 'no-crm'],
  JSON: [{ headers: { 'content-type': 'application/json' }, body: '{"success":false}' }, 'no-crm'],
  'an error': [{ status: 500, body: checkboxPage(both, 7) }, 'busy'],
  'more than is read': [{ body: checkboxPage(added, 7) + ' '.repeat(3 * 1024 * 1024) }, 'too-large'],
};

inBoth('What is installed in a CRM', (browser) => {
  const table: Table = { '/crm/start': { body: '<!doctype html><title>CRM</title>' } };
  let site: Site;
  let script: string;
  let tab: Tab;
  before(async () => {
    script = await bundle('widget/crm/moduleManager/fetchExtensions.ts', 'extensions');
    site = await serve(table);
    tab = await browser().newPage();
    await visit('/crm/start');
  });
  after(() => site.close());

  async function visit(path: string): Promise<void> {
    await tab.goto(site.origin('crm.test') + path);
    await tab.evaluate(script);
  }

  function ask(product: string, version: string | undefined, administrator: boolean | undefined = true) {
    const page = {
      product,
      ...(version === undefined ? {} : { version: { value: version, source: 'asset' as const } }),
      ...(administrator === undefined ? {} : { administrator: { value: administrator, source: 'menu' as const } }),
    };
    return tab.evaluate(
      (base, known) => extensions.fetchExtensions(base, known),
      `${site.origin('crm.test')}/crm/`,
      page,
    );
  }

  for (const [product, version, address, html] of generations) {
    test(`is asked for once, and read without what ${product} ${version ?? 'of unknown version'} brings itself`, async () => {
      const asked = site.requests.length;
      table[address] = { body: html };
      const answer = await ask(product, version);
      assert.deepEqual(answer, { ok: true, value: found });
      const requests = site.requests.slice(asked);
      assert.deepEqual(
        requests.map(({ method, url }) => `${method} ${url}`),
        [`GET ${address}`],
      );
      const isFrameless = requests[0]?.headers.some(([name]) => name.toLowerCase() === 'x-requested-with');
      assert.equal(isFrameless, address === list);
      for (const extension of found) assert.deepEqual(installedExtension.parse(extension), extension);
    });
  }

  test('counts what a later vtiger brings as added to an earlier one', async () => {
    table[`${tables}&parenttab=Settings`] = { body: togglePage([...both, { name: 'MailManager', added: true }]) };
    const answer = await ask('vtiger', '5.1.0');
    assert.deepEqual(answer.ok && answer.value.map(({ name }) => name), ['PDFMaker', 'Telefonie', 'MailManager']);
  });

  test('is read in the encoding that the CRM says it writes, and beside Prototype 1.5', async () => {
    const body = Buffer.from(togglePage(both), 'latin1');
    table[`${tables}&parenttab=Settings`] = { headers: { 'content-type': 'text/html; charset=ISO-8859-1' }, body };
    await tab.evaluate(prototype15);
    assert.equal(await tab.evaluate(() => Array.from(new Set([1])).length), 0, 'the hazards are there');
    assert.deepEqual(await ask('vtiger', '5.1.0'), { ok: true, value: found });
    await visit('/crm/start');
  });

  for (const [what, [answer, failure]] of Object.entries(refusals)) {
    test(`stays unknown where the CRM answers ${what}`, async () => {
      table[list] = answer;
      assert.deepEqual(await ask('vtiger', '8.4.0'), { ok: false, failure });
      assert.ok(!site.requests.some(({ url }) => url.includes('login')), 'a redirection was followed');
    });
  }

  test('stays unknown where the CRM cannot be reached, or is another site than the page', async () => {
    const asked = site.requests.length;
    for (const origin of ['http://crm.test:1', site.origin('other.test')]) {
      const answer = await tab.evaluate(
        (base) =>
          extensions.fetchExtensions(base, {
            product: 'vtiger',
            version: { value: '8.4.0', source: 'asset' },
            administrator: { value: true, source: 'menu' },
          }),
        `${origin}/crm/`,
      );
      assert.deepEqual(answer, { ok: false, failure: 'offline' });
    }
    assert.equal(site.requests.length, asked);
  });

  test('is not asked for by who is no administrator, or of a CRM that is not known', async () => {
    const asked = site.requests.length;
    assert.deepEqual(await ask('vtiger', '8.4.0', false), { ok: false, failure: 'not-administrator' });
    const unknown = await tab.evaluate(
      (base) => extensions.fetchExtensions(base, { product: 'vtiger' }),
      `${site.origin('crm.test')}/crm/`,
    );
    assert.deepEqual(unknown, { ok: false, failure: 'not-administrator' });
    for (const [product, version] of [
      ['CRM', '8.4.0'],
      ['constructor', '8.4.0'],
      ['vtiger', '5.0.4'],
      ['vtiger', '9.0.0'],
    ] as const) {
      assert.deepEqual(await ask(product, version), { ok: false, failure: 'no-crm' }, product + version);
    }
    assert.equal(site.requests.length, asked);
  });

  test('is read as data, whatever a module calls itself, and no more of it than the contract allows', async () => {
    const hostile = [
      { name: 'x&quot;] *', label: 'none' },
      { name: '', label: 'none' },
      { name: 'A'.repeat(limits.name + 1), label: 'none' },
      { name: 'Scripted', label: '&lt;img src=/crm/hit onerror=hit()&gt;' },
      { name: 'Long', label: 'L'.repeat(100_000) },
      { name: 'Lines', label: ' two\n\n lines ' },
      ...Array.from({ length: 600 }, (_, at) => ({ name: `Module${at}` })),
    ].map((module) => ({ ...module, added: true }));
    const image = '<img src="/crm/hit"><script>document.title = "hit"</script>';
    for (const [version, address, html] of [
      ['6.4.0', list, checkboxPage(hostile, 6)],
      ['8.4.0', list, checkboxPage(hostile, 7)],
      ['5.4.0', `${tables}&parenttab=Settings`, togglePage(hostile)],
    ] as const) {
      table[address] = { body: html + image };
      const answer = await ask('vtiger', version);
      assert.ok(answer.ok);
      assert.equal(answer.value.length, limits.extensions);
      const named = (name: string) => answer.value.find((module) => module.name === name);
      assert.equal(named('Scripted')?.label, '<img src=/crm/hit onerror=hit()>');
      assert.deepEqual(named('Long'), { name: 'Long', enabled: true });
      assert.equal(named('Lines')?.label, 'two lines');
      assert.equal(named(''), undefined);
      for (const extension of answer.value) assert.deepEqual(installedExtension.parse(extension), extension);
    }
    assert.notEqual(await tab.title(), 'hit');
    assert.ok(!site.requests.some(({ url }) => url === '/crm/hit'));
  });
});
