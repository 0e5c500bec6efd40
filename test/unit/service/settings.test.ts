import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { industries } from '../../../widget/contract/industries.ts';
import type { Page } from '../../../widget/contract/page.ts';
import { features } from '../../../widget/contract/policy.ts';
import { refreshIfDue } from '../../../widget/service/news/news.ts';
import type { Managed } from '../../../widget/service/settings/managed.ts';
import { readManaged } from '../../../widget/service/settings/managed.ts';
import type { HubRequest } from '../../../widget/service/surroundings.ts';
import { agreeToFacts, asker, colleague, crm, reply, testHome, valueIn } from './home.ts';

const rss = '<rss version="2.0"><channel><title>News</title></channel></rss>';
/** The CRM of `crm`, which here says neither industry nor system. */
const { industry: _, os: __, ...silent } = crm;
const site = { baseUrl: crm.baseUrl, product: 'vtiger', version: '8.4.0', company: 'Acme' };

/** A home whose hub answers with a feed, and which notes down what was asked. */
function homeThatAsks(managed: Managed = {}) {
  const requests: HubRequest[] = [];
  const home = testHome({
    transport: async (request) => {
      requests.push(request);
      return reply(200, request.url.endsWith('.rss') ? rss : { extensions: [] });
    },
    managed: async () => managed,
  });
  return { home, requests };
}

async function sourcesOf(ask: ReturnType<typeof asker>, feature: 'feedback' | 'issue') {
  const { rows } = valueIn(await ask('prepare', { feature, typed: {}, switched: [] }));
  const entered = rows.filter(({ field }) => field === 'industry' || field === 'os');
  return entered.map(({ field, value, source, sent }) => ({ field, value, source, sent }));
}

test('what nobody set is as it was at first', async () => {
  assert.deepEqual(valueIn(await asker(testHome(), silent)('settings', {})), {
    feed: null,
    switchedOff: [],
    lookForNews: true,
    side: null,
    feedTried: null,
    managed: [],
    installs: [{ baseUrl: crm.baseUrl, industry: null, os: null }],
    ofBrowser: true,
  });
});

test('a change is kept, and leaves the other settings alone', async () => {
  const ask = asker(testHome());
  valueIn(await ask('changeSettings', { side: 'start' }));
  valueIn(await ask('changeSettings', { lookForNews: false }));
  const { side, lookForNews, switchedOff } = valueIn(await ask('settings', {}));
  assert.deepEqual({ side, lookForNews, switchedOff }, { side: 'start', lookForNews: false, switchedOff: [] });
});

test('a stored setting that makes no sense is as it was at first, and costs the others nothing', async () => {
  const home = testHome();
  valueIn(await asker(home)('changeSettings', { side: 'start' }));
  for (const [name, value] of [
    ['lookForNews', 'yes'],
    ['feed', 5],
    ['switchedOff', [{}]],
  ]) {
    await home.database.write((transaction) => transaction.put('values', value, `setting ${name} self`));
  }
  const { side, lookForNews, feed, switchedOff } = valueIn(await asker(home)('settings', {}));
  assert.deepEqual(
    { side, lookForNews, feed, switchedOff },
    {
      side: 'start',
      lookForNews: true,
      feed: null,
      switchedOff: [],
    },
  );
});

test('what the person entered is the last source: of what no page says, for everything that is sent', async () => {
  const ask = asker(testHome(), silent);
  valueIn(await ask('enter', { baseUrl: crm.baseUrl, field: 'industry', value: ' Legal ' }));
  valueIn(await ask('enter', { baseUrl: crm.baseUrl, field: 'os', value: 'Debian 12' }));
  const rows = [
    { field: 'os', value: 'Debian 12', source: 'entered', sent: true },
    { field: 'industry', value: 'Legal', source: 'entered', sent: true },
  ];
  assert.deepEqual(await sourcesOf(ask, 'feedback'), rows);
  assert.deepEqual(await sourcesOf(ask, 'issue'), rows);
  const facts = valueIn(await ask('recommendationFacts', {})).rows;
  assert.deepEqual(
    facts.map(({ field, source }) => [field, source]),
    [
      ['version', 'footer'],
      ['os', 'entered'],
      ['industry', 'entered'],
    ],
  );
});

test('a page’s own word goes before what was entered', async () => {
  const home = testHome();
  valueIn(await asker(home, silent)('enter', { baseUrl: crm.baseUrl, field: 'industry', value: 'Legal' }));
  const [, industry] = await sourcesOf(asker(home, crm), 'feedback');
  assert.deepEqual(industry, { field: 'industry', value: 'Plumbing', source: 'declared', sent: true });
});

test('what was entered can be taken back, and belongs to one install', async () => {
  const home = testHome();
  const ask = asker(home, silent);
  valueIn(await ask('enter', { baseUrl: crm.baseUrl, field: 'os', value: 'Debian 12' }));
  const other = asker(home, { ...silent, baseUrl: 'http://crm.test/test/' });
  assert.equal(valueIn(await other('settings', {})).installs[0]?.os, null);
  valueIn(await ask('enter', { baseUrl: crm.baseUrl, field: 'os', value: null }));
  assert.equal(valueIn(await ask('settings', {})).installs[0]?.os, null);
});

test('away from any CRM those that are listed can be described, and no others', async () => {
  const home = testHome();
  const ask = asker(Object.assign(home, { sites: { ...home.sites, list: async () => [site] } }), null);
  valueIn(await ask('enter', { baseUrl: crm.baseUrl, field: 'os', value: 'Debian 12' }));
  assert.deepEqual(valueIn(await ask('settings', {})).installs, [
    { baseUrl: crm.baseUrl, industry: null, os: { value: 'Debian 12', source: 'entered' } },
  ]);
  assert.deepEqual(await ask('enter', { baseUrl: 'http://evil.test/', field: 'os', value: 'x' }), {
    ok: false,
    failure: 'no-crm',
  });
});

test('where people share a CRM’s page, each has their own settings, and nobody has any away from it', async () => {
  const home = testHome({ shared: true });
  valueIn(await asker(home, silent)('changeSettings', { switchedOff: ['newsletter'] }));
  valueIn(await asker(home, silent)('enter', { baseUrl: crm.baseUrl, field: 'os', value: 'Debian 12' }));
  const { switchedOff, installs, ofBrowser } = valueIn(
    await asker(home, { ...silent, userId: colleague.userId } as Page)('settings', {}),
  );
  assert.deepEqual([switchedOff, installs[0]?.os, ofBrowser], [[], null, false]);
  assert.deepEqual(await asker(home, null)('changeSettings', { switchedOff: [] }), { ok: false, failure: 'no-crm' });
});

test('a feature that is switched off is not among those that are on, and asks for nothing', async () => {
  const { home, requests } = homeThatAsks();
  const ask = asker(home);
  valueIn(await agreeToFacts(ask));
  const prepared = valueIn(await ask('prepare', { feature: 'feedback', typed: { text: 'Hello' }, switched: [] }));
  valueIn(await ask('changeSettings', { switchedOff: [...features] }));
  assert.deepEqual(valueIn(await ask('open', {})).features, []);
  const no = { ok: false, failure: 'not-allowed' };
  assert.deepEqual(await ask('news', {}), no);
  assert.deepEqual(await ask('refreshNews', {}), no);
  assert.deepEqual(await ask('recommendationFacts', {}), no);
  assert.deepEqual(await ask('recommendations', {}), no);
  assert.deepEqual(await ask('prepare', { feature: 'feedback', typed: {}, switched: [] }), no);
  assert.deepEqual(await ask('send', { feature: 'feedback', message: prepared.message }), no);
  assert.deepEqual(requests, []);
});

test('the news is not looked for where that is switched off, and no dot tells of it where news is', async () => {
  for (const changes of [{ lookForNews: false }, { switchedOff: ['news' as const] }]) {
    const { home, requests } = homeThatAsks();
    const ask = asker(home);
    valueIn(await ask('news', {}));
    valueIn(await ask('changeSettings', changes));
    home.clock.time += 7 * 60 * 60 * 1000;
    await refreshIfDue(home);
    assert.equal(requests.length, 1, JSON.stringify(changes));
    assert.equal(valueIn(await ask('open', {})).unseenNews, false);
  }
});

test('what an organisation has set goes before what the person set, and cannot be changed', async () => {
  const managed: Managed = {};
  const { home } = homeThatAsks(managed);
  const ask = asker(home, silent);
  valueIn(await ask('changeSettings', { lookForNews: true, side: 'end' }));
  valueIn(await ask('enter', { baseUrl: crm.baseUrl, field: 'industry', value: 'Legal' }));
  Object.assign(managed, readManaged({ lookForNews: false, industry: 'Utilities', switchedOff: ['newsletter'] }));
  const set = valueIn(await ask('settings', {}));
  assert.deepEqual(
    [set.lookForNews, set.side, set.switchedOff, set.managed.toSorted()],
    [false, 'end', ['newsletter'], ['industry', 'lookForNews', 'switchedOff']],
  );
  assert.deepEqual(set.installs[0]?.industry, { value: 'Utilities', source: 'managed' });
  assert.equal(valueIn(await ask('open', {})).features.includes('newsletter'), false);
  const no = { ok: false, failure: 'not-allowed' };
  assert.deepEqual(await ask('changeSettings', { lookForNews: true }), no);
  assert.deepEqual(await ask('enter', { baseUrl: crm.baseUrl, field: 'industry', value: 'Legal' }), no);
  assert.deepEqual(valueIn(await ask('changeSettings', { side: 'start' })), {});
});

test('an organisation’s feed may be asked for by the person, once the browser allows its host', async () => {
  const { home } = homeThatAsks(readManaged({ feed: 'https://feeds.test/rss' }));
  assert.deepEqual(valueIn(await asker(home)('changeSettings', { feed: 'https://feeds.test/rss' })), {});
  assert.deepEqual(await asker(home)('changeSettings', { feed: null }), { ok: false, failure: 'not-allowed' });
});

test('of an organisation’s policies what does not fit is left out, and costs the others nothing', () => {
  assert.deepEqual(
    readManaged({
      hub: 'http://plain.test',
      crms: ['https://crm.test/', 'crm.test', 7],
      industry: 5,
      os: 'Debian 12',
      feed: 'ftp://feeds.test/',
      switchedOff: ['newsletter', 'horoscope'],
      lookForNews: 'no',
      side: 'top',
      colour: 'red',
    }),
    { crms: ['https://crm.test/'], os: 'Debian 12', switchedOff: ['newsletter'] },
  );
  assert.deepEqual(readManaged({ hub: 'https://hub.test/' }), { hub: 'https://hub.test' });
  assert.deepEqual(readManaged({ feed: null }), { feed: null });
  assert.deepEqual(readManaged('nonsense'), {});
});

test('the CRMs of an organisation are meant as browsers write their addresses, whatever the end', () => {
  const crms = [
    'https://CRM.test/vtigercrm',
    'https://crm.test:443/test/index.php',
    'http://crm.test:8080',
    'mailto:a@b',
  ];
  assert.deepEqual(readManaged({ crms }).crms, [
    'https://crm.test/vtigercrm/',
    'https://crm.test/test/',
    'http://crm.test:8080/',
  ]);
});

test('Chromium is told of every policy that is read, and of no other', () => {
  const schema: { properties: object } = JSON.parse(readFileSync('extension/managed_schema.json', 'utf8'));
  const everything = {
    hub: 'https://hub.test',
    crms: ['https://crm.test/'],
    industry: 'Legal',
    os: 'Debian 12',
    feed: 'https://feeds.test/rss',
    switchedOff: ['news'],
    lookForNews: false,
    side: 'start',
  };
  assert.deepEqual(readManaged(everything), everything);
  assert.deepEqual(Object.keys(schema.properties).toSorted(), Object.keys(everything).toSorted());
});

test('the industries are those that the vtiger module offers', () => {
  const php = readFileSync('widget/vtiger/modules/Noticeboard/models/Industries.php', 'utf8');
  const list = php.slice(php.indexOf('array('));
  const offered = [...list.matchAll(/'([^']+)'/g)].map(([, industry]) => industry);
  assert.deepEqual(offered, [...industries]);
});
