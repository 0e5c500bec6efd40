import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsQuery } from '../../../widget/contract/factsQuery.ts';
import type { Page } from '../../../widget/contract/page.ts';
import { POLICY_VERSION } from '../../../widget/contract/policy.ts';
import type { HubRequest, Transport } from '../../../widget/service/surroundings.ts';
import type { Ask } from './home.ts';
import { agreeToFacts, asker, colleague, crm, reply, testHome, valueIn } from './home.ts';

const HOUR = 3_600_000;

const extension = (id: string) => ({
  id,
  module: `Module${id}`,
  name: id,
  publisher: 'Vendor',
  summary: 'It helps.',
  reason: 'Because it helps.',
  price: null,
  worksWith: { from: '8.0' },
  compatible: 'yes',
  url: 'https://vendor.test/',
  icon: 'box',
});

function vendor(shared = false) {
  const requests: HubRequest[] = [];
  let answer: Awaited<ReturnType<Transport>> = reply(200, { extensions: ['a', 'b', 'c'].map(extension) });
  const home = testHome({
    shared,
    transport: async (request) => {
      requests.push(request);
      return answer;
    },
  });
  return {
    home,
    requests,
    answers: (next: typeof answer) => {
      answer = next;
    },
  };
}

const calls = (ask: Ask) => [
  ask('recommendationFacts', {}),
  ask('agreeToRecommendations', { rows: [], address: '' }),
  ask('recommendations', {}),
  ask('dismiss', { extension: 'a' }),
  ask('restore', { extension: 'a' }),
];
const others: [name: string, page: unknown, failure: string][] = [
  ['who is no administrator', { ...crm, administrator: { value: false, source: 'body' } }, 'not-administrator'],
  ['of whom the page does not say', { ...crm, administrator: undefined }, 'not-administrator'],
  [
    'whose page says it in other words',
    { ...crm, administrator: { value: 'yes', source: 'body' } },
    'not-administrator',
  ],
  ['away from any CRM', null, 'no-crm'],
];
for (const [name, page, failure] of others) {
  test(`somebody ${name} is told so, and nothing is asked or stored`, async () => {
    const { home, requests } = vendor();
    for (const answer of calls(asker(home, page))) assert.deepEqual(await answer, { ok: false, failure });
    assert.deepEqual(requests, []);
  });
}

test('the facts are shown first, and nothing is asked before they are agreed to', async () => {
  const { home, requests } = vendor();
  const ask = asker(home);
  const { rows, address, agreed } = valueIn(await ask('recommendationFacts', {}));
  assert.equal(agreed, false);
  assert.equal(address, 'https://hub.test/v1/extensions');
  assert.deepEqual(
    rows.map(({ field, value, sent }) => [field, value, sent]),
    [
      ['version', '8.4.0', true],
      ['os', 'Linux', true],
      ['industry', 'Plumbing', true],
    ],
  );
  assert.deepEqual(await ask('recommendations', {}), { ok: false, failure: 'not-allowed' });
  assert.deepEqual(requests, []);
});

test('the question holds the facts that were left switched on', async () => {
  const { home, requests } = vendor();
  const ask = asker(home);
  await agreeToFacts(ask, ['os']);
  valueIn(await ask('recommendations', {}));
  assert.equal(requests[0]?.url, 'https://hub.test/v1/extensions?version=8.4.0&industry=Plumbing');
  const { rows, agreed } = valueIn(await ask('recommendationFacts', {}));
  assert.equal(agreed, true);
  assert.deepEqual(
    rows.map(({ sent }) => sent),
    [true, false, true],
  );
});

test('a question without any fact has no query', async () => {
  const { home, requests } = vendor();
  const ask = asker(home);
  await agreeToFacts(ask, ['os', 'version', 'industry']);
  valueIn(await ask('recommendations', {}));
  assert.equal(requests[0]?.url, 'https://hub.test/v1/extensions');
});

test('what one agreed to on one CRM is agreed to by nobody else and nowhere else', async () => {
  for (const shared of [true, false]) {
    const { home } = vendor(shared);
    await agreeToFacts(asker(home));
    const agreed = async (page: Page) => valueIn(await asker(home, page)('recommendationFacts', {})).agreed;
    assert.equal(await agreed(crm), true);
    assert.equal(await agreed({ ...crm, baseUrl: 'http://crm.test/other/' }), false);
    assert.equal(await agreed(colleague), false);
  }
});

test('when the policy comes to disclose more, people are asked again, with their switches as they left them', async () => {
  const { home, requests } = vendor();
  const ask = asker(home);
  await agreeToFacts(ask, ['os']);
  const [record] = (await home.database.read((t) => t.all('agreements'))) as [object];
  const before = {
    ...record,
    policy: POLICY_VERSION - 1,
    choices: { version: 'switch', os: 'switch', industry: 'offer' },
  };
  await home.database.write((t) => t.put('agreements', before));
  const { agreed, rows } = valueIn(await ask('recommendationFacts', {}));
  assert.equal(agreed, false);
  assert.equal(rows[1]?.sent, false);
  assert.deepEqual(await ask('recommendations', {}), { ok: false, failure: 'not-allowed' });
  assert.deepEqual(requests, []);
});

const silentOn = (...fields: (keyof Page)[]): Page => ({
  ...crm,
  ...Object.fromEntries(fields.map((field) => [field, undefined])),
});

test('a fact that has come or changed since is shown before it goes', async () => {
  for (const [before, after] of [
    [silentOn('industry'), crm],
    [crm, { ...crm, version: { value: '8.5.0', source: 'footer' } }],
  ] as const) {
    const { home, requests } = vendor();
    await agreeToFacts(asker(home, before));
    valueIn(await asker(home, before)('recommendations', {}));
    assert.equal(valueIn(await asker(home, after)('recommendationFacts', {})).agreed, false);
    assert.deepEqual(await asker(home, after)('recommendations', {}), { ok: false, failure: 'not-allowed' });
    assert.equal(requests.length, 1);
    await agreeToFacts(asker(home, after));
    valueIn(await asker(home, after)('recommendations', {}));
    assert.equal(requests.length, 2);
  }
});

/** What may come between the question and its answer: another tab's entry, a page that becomes another install's. */
const meanwhile: [name: string, before: Page, after: Page, entered: string | null][] = [
  ['a fact is entered elsewhere', silentOn('industry'), silentOn('industry'), 'Banking'],
  ['a fact becomes another', crm, { ...crm, version: { value: '8.5.0', source: 'footer' } }, null],
  ['a fact goes', crm, silentOn('os'), null],
  ['the page becomes another install', crm, { ...crm, baseUrl: 'http://b.test/', os: undefined }, null],
];
for (const [name, before, after, entered] of meanwhile) {
  test(`when ${name} while the facts are shown, they are shown anew, and none goes by the answer to the old ones`, async () => {
    const { home, requests } = vendor();
    const { rows, address } = valueIn(await asker(home, before)('recommendationFacts', {}));
    const ask = asker(home, after);
    if (entered) await ask('enter', { baseUrl: after.baseUrl, field: 'industry', value: entered });
    const shown = { rows, address: address + factsQuery(rows) };
    assert.deepEqual(await ask('agreeToRecommendations', shown), { ok: false, failure: 'changed' });
    assert.equal(valueIn(await ask('recommendationFacts', {})).agreed, false);
    assert.deepEqual(await ask('recommendations', {}), { ok: false, failure: 'not-allowed' });
    assert.deepEqual(requests, []);
    valueIn(await agreeToFacts(ask));
    valueIn(await ask('recommendations', {}));
  });
}

test('a fact that changed while it is shown switched off hinders nobody', async () => {
  const { home, requests } = vendor();
  const { rows, address } = valueIn(await asker(home)('recommendationFacts', {}));
  const ask = asker(home, { ...crm, os: { value: 'Debian 12', source: 'module' } });
  const withoutOs = rows.map((row) => ({ ...row, sent: row.field !== 'os' }));
  valueIn(await ask('agreeToRecommendations', { rows: withoutOs, address: address + factsQuery(withoutOs) }));
  valueIn(await ask('recommendations', {}));
  assert.equal(requests[0]?.url, 'https://hub.test/v1/extensions?version=8.4.0&industry=Plumbing');
});

test('a fact that changed goes unasked where it was switched off, and one that is missing for once asks no question', async () => {
  const { home } = vendor();
  await agreeToFacts(asker(home), ['os']);
  for (const page of [{ ...crm, os: { value: 'Debian 12', source: 'module' } }, silentOn('version'), crm] as const) {
    assert.equal(valueIn(await asker(home, page)('recommendationFacts', {})).agreed, true);
  }
});

test('a fact that was switched off stays so, though it cannot be read when the others are agreed to anew', async () => {
  const { home, requests } = vendor();
  await agreeToFacts(asker(home), ['os']);
  await agreeToFacts(asker(home, silentOn('os')), ['industry']);
  valueIn(await asker(home)('recommendations', {}));
  assert.deepEqual(
    requests.map(({ url }) => url),
    ['https://hub.test/v1/extensions?version=8.4.0'],
  );
});

test('the hub’s order stays, and what is installed comes last with its version', async () => {
  const { home } = vendor();
  const installed: Page['extensions'] = {
    value: [{ name: 'Modulea', version: '1.2' }, { name: 'Moduleb' }, { name: 'Other' }],
    source: 'declared',
  };
  const ask = asker(home, { ...crm, extensions: installed });
  await agreeToFacts(ask);
  const { extensions } = valueIn(await ask('recommendations', {}));
  assert.deepEqual(
    extensions.map(({ id, installed, installedVersion }) => [id, installed, installedVersion]),
    [
      ['c', false, null],
      ['a', true, '1.2'],
      ['b', true, null],
    ],
  );
});

const unlisted = { ...crm, extensions: undefined };

test('where the page does not list what is installed, Module Manager is asked: for the list, and not before', async () => {
  const { home } = vendor();
  let asked = 0;
  const ask = asker(home, unlisted, {
    extensions: async () => {
      asked += 1;
      return { ok: true, value: [{ name: 'Modulea', enabled: false }] };
    },
  });
  await ask('open', {});
  await ask('recommendationFacts', {});
  await agreeToFacts(ask);
  await ask('prepare', { feature: 'feedback', typed: { text: 'Hello' }, switched: [] });
  assert.equal(asked, 0);
  const { extensions, unreadInstalled } = valueIn(await ask('recommendations', {}));
  assert.equal(asked, 1);
  assert.deepEqual(
    extensions.map(({ id, installed }) => [id, installed]),
    [
      ['b', false],
      ['c', false],
      ['a', true],
    ],
  );
  assert.equal(unreadInstalled, null);
});

test('where the page lists what is installed, nobody else is asked', async () => {
  const { home } = vendor();
  const page = { ...crm, extensions: { value: [{ name: 'Modulea' }], source: 'module' } };
  const ask = asker(home, page, { extensions: () => assert.fail('Module Manager was asked') });
  await agreeToFacts(ask);
  assert.equal(valueIn(await ask('recommendations', {})).extensions.at(-1)?.installed, true);
});

const unread: [name: string, extensions: () => Promise<unknown>, reason: string][] = [
  ['Module Manager takes too long', async () => ({ ok: false, failure: 'timeout' }), 'timeout'],
  ['it is for administrators', async () => ({ ok: false, failure: 'not-administrator' }), 'not-administrator'],
  ['the page has gone', () => Promise.reject(new Error('no tab')), 'offline'],
  ['the answer is none', async () => ({ ok: false, failure: '<script>' }), 'offline'],
  [
    'the list is endless',
    async () => ({ ok: true, value: Array.from({ length: 501 }, () => ({ name: 'A' })) }),
    'offline',
  ],
  ['the list is none', async () => ({ ok: true, value: { length: 1 } }), 'offline'],
];
for (const [name, extensions, reason] of unread) {
  test(`when ${name}, the recommendations come all the same, and it is said why none is marked`, async () => {
    const ask = asker(vendor().home, unlisted, { extensions });
    await agreeToFacts(ask);
    const list = valueIn(await ask('recommendations', {}));
    assert.equal(list.extensions.length, 3);
    assert.equal(list.unreadInstalled, reason);
  });
}

test('what is dismissed is marked so, for its reader, until it is restored', async () => {
  const { home } = vendor(true);
  const ask = asker(home);
  const dismissed = async (page: Page) => {
    const asked = asker(home, page);
    await agreeToFacts(asked);
    return valueIn(await asked('recommendations', {}))
      .extensions.filter((entry) => entry.dismissed)
      .map(({ id }) => id);
  };
  await ask('dismiss', { extension: 'b' });
  await ask('dismiss', { extension: 'c' });
  assert.deepEqual(await dismissed(crm), ['b', 'c']);
  assert.deepEqual(await dismissed(colleague), []);
  await ask('restore', { extension: 'b' });
  assert.deepEqual(await dismissed(crm), ['c']);
});

test('the list is good for an hour, for the same question', async () => {
  const { home, requests } = vendor();
  const ask = asker(home);
  await agreeToFacts(ask);
  await ask('recommendations', {});
  await ask('recommendations', {});
  assert.equal(requests.length, 1);
  await agreeToFacts(ask, ['os']);
  await ask('recommendations', {});
  assert.equal(requests.length, 2, 'another question');
  home.clock.time += HOUR;
  await ask('recommendations', {});
  assert.equal(requests.length, 3);
  home.clock.time -= 10 * HOUR;
  await ask('recommendations', {});
  assert.equal(requests.length, 4, 'a list from the future');
});

const hostile: [name: string, answer: Awaited<ReturnType<Transport>>, failure: string][] = [
  ['there is no network', { ok: false, failure: 'offline' }, 'offline'],
  ['the hub is busy', reply(500, ''), 'busy'],
  ['a captive portal answers', reply(200, '<html>'), 'not-a-hub'],
  ['the answer is of another form', reply(200, { extensions: 'none' }), 'not-a-hub'],
  [
    'a link would run a script',
    reply(200, { extensions: [{ ...extension('a'), url: 'javascript:alert(1)' }] }),
    'not-a-hub',
  ],
  ['the list is endless', reply(200, { extensions: Array.from({ length: 201 }, () => extension('a')) }), 'not-a-hub'],
  ['the hub refuses', reply(400, { error: { code: 'bad-request', message: 'No.' } }), 'refused'],
];
for (const [name, answer, failure] of hostile) {
  test(`when ${name}, the last list stays, and it is said why`, async () => {
    const { home, answers } = vendor();
    const ask = asker(home);
    await agreeToFacts(ask);
    answers(answer);
    const none = await ask('recommendations', {});
    assert.equal(!none.ok && none.failure, failure);
    answers(reply(200, { extensions: [extension('a')] }));
    const { fetchedAt } = valueIn(await ask('recommendations', {}));
    home.clock.time += HOUR;
    answers(answer);
    const stale = valueIn(await ask('recommendations', {}));
    assert.deepEqual([stale.extensions.length, stale.fetchedAt, stale.failure], [1, fetchedAt, failure]);
  });
}

test('another hub is told nothing before it is agreed to anew', async () => {
  const { home, requests } = vendor();
  const ask = asker(home);
  await agreeToFacts(ask);
  valueIn(await ask('recommendations', {}));
  home.address = 'https://other.test';
  assert.equal(valueIn(await ask('recommendationFacts', {})).agreed, false);
  assert.deepEqual(await ask('recommendations', {}), { ok: false, failure: 'not-allowed' });
  assert.equal(requests.length, 1);
  await agreeToFacts(ask);
  valueIn(await ask('recommendations', {}));
  assert.match(requests[1]?.url ?? '', /^https:\/\/other\.test\//);
});

test('another hub than the one whose address was shown is not agreed to', async () => {
  const { home, requests } = vendor();
  const ask = asker(home);
  const { rows, address } = valueIn(await ask('recommendationFacts', {}));
  home.address = 'https://other.test';
  const shown = { rows, address: address + factsQuery(rows) };
  assert.deepEqual(await ask('agreeToRecommendations', shown), { ok: false, failure: 'changed' });
  assert.deepEqual(await ask('recommendations', {}), { ok: false, failure: 'not-allowed' });
  assert.deepEqual(requests, []);
});

test('without a hub nothing can be asked', async () => {
  const { home } = vendor();
  home.address = null;
  const ask = asker(home);
  assert.deepEqual(await agreeToFacts(ask), { ok: false, failure: 'no-hub' });
  assert.deepEqual(await ask('recommendations', {}), { ok: false, failure: 'no-hub' });
});
