import assert from 'node:assert/strict';
import { test } from 'node:test';
import { POLICY_VERSION, policy } from '../../../widget/contract/policy.ts';
import type { Database } from '../../../widget/service/storage/database.ts';
import { asker, colleague, crm, testHome, valueIn } from './home.ts';

const feature = 'issue';
const all = Object.keys(policy.issue);
const choicesOf = (fields: readonly string[]) =>
  Object.fromEntries(
    Object.entries(policy.issue)
      .filter(([field]) => fields.includes(field))
      .map(([field, { choice }]) => [field, choice]),
  );
const choices = choicesOf(all);

/** Has the last agreement be one to an earlier policy, which had it so. */
async function backdate(database: Database, earlier: object): Promise<void> {
  await database.write(async (t) => {
    const [record] = (await t.all('agreements')) as [object];
    await t.put('agreements', { ...record, policy: POLICY_VERSION - 1, ...earlier });
  });
}

test('a person agrees once to what a feature may send, for each CRM and user', async () => {
  const home = testHome();
  const ask = asker(home);
  assert.deepEqual(valueIn(await ask('agreement', { feature })), { agreed: false, fields: [] });
  valueIn(await ask('agree', { feature }));
  assert.deepEqual(valueIn(await ask('agreement', { feature })), { agreed: true, fields: all });
  assert.equal(valueIn(await ask('agreement', { feature: 'feedback' })).agreed, false);
  for (const page of [colleague, { ...crm, baseUrl: 'http://crm.test/other/' }]) {
    assert.equal(valueIn(await asker(home, page)('agreement', { feature })).agreed, false);
  }
  assert.deepEqual(await asker(home, null)('agreement', { feature }), { ok: false, failure: 'no-crm' });
  assert.deepEqual(await asker(home, null)('agree', { feature }), { ok: false, failure: 'no-crm' });
});

const rest = (...fields: string[]) => all.filter((field) => !fields.includes(field));
/** What a later policy does, how it was before, and the fields that go no more freely now. */
const grown: [what: string, before: object, known: readonly string[]][] = [
  ['has more fields', choicesOf(rest('screenshot', 'disk')), rest('screenshot', 'disk')],
  ['lets fields go more freely', { ...choices, php: 'offer', browser: 'typed' }, rest('php', 'browser')],
];
for (const [what, before, known] of grown) {
  test(`when a later policy ${what}, the person is asked again, and the difference is marked`, async () => {
    const home = testHome();
    const ask = asker(home);
    await ask('agree', { feature });
    await backdate(home.database, { choices: before });
    assert.deepEqual(valueIn(await ask('agreement', { feature })), { agreed: false, fields: known });
    await ask('agree', { feature });
    assert.equal(valueIn(await ask('agreement', { feature })).agreed, true);
  });
}

test('an agreement from before the choices were kept holds until the policy rises', async () => {
  const home = testHome();
  const ask = asker(home);
  await ask('agree', { feature });
  const old = { fields: all, choices: undefined };
  await backdate(home.database, { ...old, policy: POLICY_VERSION });
  assert.equal(valueIn(await ask('agreement', { feature })).agreed, true);
  await backdate(home.database, old);
  assert.deepEqual(valueIn(await ask('agreement', { feature })), { agreed: false, fields: [] });
});

test('a later policy that asks for no more than was agreed to asks no question', async () => {
  const home = testHome();
  const ask = asker(home);
  await ask('agree', { feature });
  await backdate(home.database, { choices: { ...choices, 'a field of old': 'always', php: 'always' } });
  assert.equal(valueIn(await ask('agreement', { feature })).agreed, true);
});

test('a broken agreement is none', async () => {
  const home = testHome();
  const ask = asker(home);
  await ask('agree', { feature });
  await home.database.write(async (t) => {
    const [record] = (await t.all('agreements')) as [object];
    await t.put('agreements', { ...record, policy: 'x', choices: 7, switched: {} });
  });
  assert.deepEqual(valueIn(await ask('agreement', { feature })), { agreed: false, fields: [] });
});
