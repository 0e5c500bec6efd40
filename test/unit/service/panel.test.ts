import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LauncherState, SiteSummary, Transport } from '../../../widget/service/surroundings.ts';
import { asker, crm, reply, testHome, valueIn } from './home.ts';

const everyFeature = ['news', 'extensions', 'feedback', 'issue', 'newsletter'];
const site: SiteSummary = { baseUrl: 'http://other.test/', product: 'vtiger', version: '7.5', company: null };

function homeWith(launcher: LauncherState, list: SiteSummary[] = []) {
  const home = testHome();
  return Object.assign(home, { sites: { ...home.sites, list: async () => list, launcher: async () => launcher } });
}

test('the panel opens with the CRM in front, the hub and the sites', async () => {
  const ask = asker(homeWith('shown', [site]));
  assert.deepEqual(valueIn(await ask('open', {})), {
    hub: 'https://hub.test',
    crm: { baseUrl: crm.baseUrl, product: 'vtiger', version: '8.4.0', company: 'Acme', administrator: true },
    features: everyFeature,
    launcher: 'shown',
    sites: [site],
    unseenNews: false,
  });
});

test('away from any CRM the panel opens too', async () => {
  const home = homeWith('shown', [site]);
  home.address = null;
  const opened = valueIn(await asker(home, null)('open', {}));
  assert.deepEqual(opened, {
    hub: null,
    crm: null,
    features: everyFeature,
    launcher: 'unasked',
    sites: [site],
    unseenNews: false,
  });
});

test('the panel has the features that are switched on for the CRM, of those that this release knows', async () => {
  const featuresOf = async (value: unknown) =>
    valueIn(await asker(testHome(), { ...crm, features: { value, source: 'module' } })('open', {})).features;
  assert.deepEqual(await featuresOf(['feedback', 'telepathy', 'news']), ['news', 'feedback']);
  assert.deepEqual(await featuresOf([]), []);
  assert.deepEqual(await featuresOf('news'), everyFeature, 'what makes no sense says nothing');
});

test('a page that says little of itself is shown with what it says', async () => {
  const opened = valueIn(await asker(testHome(), { baseUrl: crm.baseUrl, product: 'vtiger' })('open', {}));
  assert.deepEqual(opened.crm, {
    baseUrl: crm.baseUrl,
    product: 'vtiger',
    version: null,
    company: null,
    administrator: false,
  });
});

test('a page’s hostile values are as good as not read, and cost the others nothing', async () => {
  const hostile = JSON.parse(
    `{"baseUrl":"http://crm.test/","product":"vtiger","company":{"value":"${'x'.repeat(10_000)}","source":"body"},` +
      '"version":{"value":"<script>","source":"footer"},"administrator":{"value":1,"source":"body"},' +
      '"os":{"value":"Linux","source":"declared"},"userId":{"value":{"__proto__":1},"source":"body"},"__proto__":{"a":1}}',
  );
  const home = testHome();
  const ask = asker(home, hostile);
  const { crm: shown } = valueIn(await ask('open', {}));
  assert.deepEqual([shown?.version, shown?.company, shown?.administrator], [null, null, false]);
  const { rows } = valueIn(await ask('prepare', { feature: 'feedback', typed: {}, switched: [] }));
  assert.equal(rows.find(({ field }) => field === 'os')?.value, 'Linux');
});

test('a hub’s address is kept once a hub answered there', async () => {
  const asked: string[] = [];
  const home = testHome({
    transport: async ({ url }) => {
      asked.push(url);
      return reply(200, { service: 'noticeboard', ok: true });
    },
  });
  home.address = null;
  assert.deepEqual(valueIn(await asker(home)('connect', { hub: ' https://new.test/board/ ' })), {
    hub: 'https://new.test/board',
  });
  assert.equal(home.address, 'https://new.test/board');
  assert.deepEqual(asked, ['https://new.test/board/healthz']);
});

const failing: [hub: string, answer: Awaited<ReturnType<Transport>>, failure: string][] = [
  ['http://plain.test', reply(200, { service: 'noticeboard', ok: true }), 'bad-address'],
  ['https://user:pw@hub.test', reply(200, { service: 'noticeboard', ok: true }), 'bad-address'],
  ['https://gone.test', { ok: false, failure: 'offline' }, 'offline'],
  ['https://slow.test', { ok: false, failure: 'timeout' }, 'timeout'],
  ['https://moved.test', { ok: false, failure: 'not-a-hub' }, 'not-a-hub'],
  ['https://busy.test', reply(503, ''), 'busy'],
  ['https://web.test', reply(200, '<!doctype html>'), 'not-a-hub'],
  ['https://other.test', reply(200, { service: 'billboard', ok: true }), 'not-a-hub'],
  ['https://none.test', reply(404, ''), 'not-a-hub'],
];
for (const [hub, answer, failure] of failing) {
  test(`the address ${hub} is not kept: ${failure}`, async () => {
    const home = testHome({ transport: async () => answer });
    assert.deepEqual(await asker(home)('connect', { hub }), { ok: false, failure });
    assert.equal(home.address, 'https://hub.test');
  });
}

test('where the organisation has set the hub no other is asked, or kept', async () => {
  const asked: string[] = [];
  const home = testHome({
    managed: async () => ({ hub: 'https://hub.test' }),
    transport: async ({ url }) => {
      asked.push(url);
      return reply(200, { service: 'noticeboard', ok: true });
    },
  });
  const answer = await asker(home)('connect', { hub: 'https://new.test' });
  assert.deepEqual(answer, { ok: false, failure: 'not-allowed' });
  assert.deepEqual([home.address, asked], ['https://hub.test', []]);
});

test('where the hub is not for the person to set no other is asked', async () => {
  const asked: string[] = [];
  const home = testHome({
    keepHub: null,
    transport: async ({ url }) => {
      asked.push(url);
      return reply(200, { service: 'noticeboard', ok: true });
    },
  });
  const answer = await asker(home)('connect', { hub: 'https://new.test' });
  assert.deepEqual([answer, asked], [{ ok: false, failure: 'not-allowed' }, []]);
});

test('a launcher is chosen for the CRM in front, as the page describes it', async () => {
  const home = homeWith('unasked');
  await asker(home)('chooseLauncher', { baseUrl: crm.baseUrl, launcher: 'shown' });
  const { baseUrl, product } = crm;
  assert.deepEqual(home.chosen, [{ site: { baseUrl, product, version: '8.4.0', company: 'Acme' }, launcher: 'shown' }]);
});

test('a launcher is turned off for a listed CRM from anywhere', async () => {
  const home = homeWith('shown', [site]);
  await asker(home, null)('chooseLauncher', { baseUrl: site.baseUrl, launcher: 'toolbar' });
  assert.deepEqual(home.chosen, [{ site, launcher: 'toolbar' }]);
});

test('no launcher is chosen for an address that is neither in front nor listed', async () => {
  const home = homeWith('unasked', [site]);
  const answer = await asker(home)('chooseLauncher', { baseUrl: 'http://evil.test/', launcher: 'shown' });
  assert.deepEqual(answer, { ok: false, failure: 'no-crm' });
  assert.deepEqual(home.chosen, []);
});

test('a launcher that a script tag put there cannot be chosen away', async () => {
  const home = homeWith('always');
  const answer = await asker(home)('chooseLauncher', { baseUrl: crm.baseUrl, launcher: 'toolbar' });
  assert.deepEqual(answer, { ok: false, failure: 'not-allowed' });
  assert.deepEqual(home.chosen, []);
});
