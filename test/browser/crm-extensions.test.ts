import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page as Tab } from 'puppeteer-core';
import { limits } from '../../widget/contract/limits.ts';
import { installedExtension } from '../../widget/contract/page.ts';
import type { fetchExtensions } from '../../widget/crm/moduleManager/fetchExtensions.ts';
import { checkboxPage, togglePage } from '../fixtures/crm/moduleManagerPages.ts';
import {
  extensionsFound,
  listAddress,
  moduleManagers,
  modules,
  tablesAddress,
} from '../fixtures/crm/moduleManagers.ts';
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

/** What a CRM answers in place of a Module Manager → what is said of it. */
const refusals: Record<string, [answer: Resource, failure: string]> = {
  'a way to the login': [{ status: 302, headers: { location: '/crm/index.php?login' }, body: '' }, 'not-administrator'],
  'a page to log in on': [{ body: vtiger5Login }, 'not-administrator'],
  'that it may not': [{ status: 403, body: 'No' }, 'not-administrator'],
  'its "permission denied" page': [{ body: permissionDenied }, 'no-crm'],
  'nothing like it': [{ status: 404, body: 'No' }, 'no-crm'],
  'a list of nothing': [{ body: checkboxPage([], 7) }, 'no-crm'],
  JSON: [{ headers: { 'content-type': 'application/json' }, body: '{"success":false}' }, 'no-crm'],
  'an error': [{ status: 500, body: checkboxPage(modules, 7) }, 'busy'],
  'more than is read': [{ body: checkboxPage(modules, 7) + ' '.repeat(3 * 1024 * 1024) }, 'too-large'],
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

  // Browsers ask for an icon when they like.
  const asked = () => site.requests.filter(({ url }) => url.startsWith('/crm/'));

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

  for (const [product, version, address, html] of moduleManagers) {
    test(`is asked for once, and read without what ${product} ${version ?? 'of unknown version'} brings itself`, async () => {
      const earlier = asked().length;
      table[address] = { body: html };
      const answer = await ask(product, version);
      assert.deepEqual(answer, { ok: true, value: extensionsFound });
      const requests = asked().slice(earlier);
      assert.deepEqual(
        requests.map(({ method, url }) => `${method} ${url}`),
        [`GET ${address}`],
      );
      const isFrameless = requests[0]?.headers.some(([name]) => name.toLowerCase() === 'x-requested-with');
      assert.equal(isFrameless, address === listAddress);
      for (const extension of extensionsFound) assert.deepEqual(installedExtension.parse(extension), extension);
    });
  }

  test('counts what a later vtiger brings as added to an earlier one', async () => {
    table[tablesAddress] = { body: togglePage([...modules, { name: 'MailManager', added: true }]) };
    const answer = await ask('vtiger', '5.1.0');
    assert.deepEqual(answer.ok && answer.value.map(({ name }) => name), ['PDFMaker', 'Telefonie', 'MailManager']);
  });

  test('is read in the encoding that the CRM says it writes, and beside Prototype 1.5', async () => {
    const body = Buffer.from(togglePage(modules), 'latin1');
    table[tablesAddress] = { headers: { 'content-type': 'text/html; charset=ISO-8859-1' }, body };
    await tab.evaluate(prototype15);
    assert.equal(await tab.evaluate(() => Array.from(new Set([1])).length), 0, 'the hazards are there');
    assert.deepEqual(await ask('vtiger', '5.1.0'), { ok: true, value: extensionsFound });
    await visit('/crm/start');
  });

  for (const [what, [answer, failure]] of Object.entries(refusals)) {
    test(`stays unknown where the CRM answers ${what}`, async () => {
      table[listAddress] = answer;
      assert.deepEqual(await ask('vtiger', '8.4.0'), { ok: false, failure });
      assert.ok(!site.requests.some(({ url }) => url.includes('login')), 'a redirection was followed');
    });
  }

  test('stays unknown where the CRM cannot be reached, or is another site than the page', async () => {
    const earlier = asked().length;
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
    assert.equal(asked().length, earlier);
  });

  test('is not asked for by who is no administrator, or of a CRM that is not known', async () => {
    const earlier = asked().length;
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
    assert.equal(asked().length, earlier);
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
      ['6.4.0', listAddress, checkboxPage(hostile, 6)],
      ['8.4.0', listAddress, checkboxPage(hostile, 7)],
      ['5.4.0', tablesAddress, togglePage(hostile)],
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
