import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asker, colleague, crm, testHome, valueIn } from './home.ts';

const feature = 'newsletter';
const typed = { email: ' ada@acme.example ', name: 'Ada' };

test('a sign-up says nothing but address and name, whatever CRM is in front', async () => {
  for (const page of [crm, null]) {
    const home = testHome();
    const ask = asker(home, page);
    const { rows, message, complete } = valueIn(await ask('prepare', { feature, typed, switched: [] }));
    assert.ok(complete);
    assert.deepEqual(
      rows.map(({ field, value }) => [field, value]),
      [
        ['email', 'ada@acme.example'],
        ['name', 'Ada'],
      ],
    );
    assert.deepEqual((JSON.parse(message) as { fields: unknown }).fields, { email: 'ada@acme.example', name: 'Ada' });
    valueIn(await ask('send', { feature, message }));
    const values = await home.database.read((t) => t.all('values'));
    assert.ok(!values.some((value) => typeof value === 'string'), 'no install key was made for it');
  }
});

test('in a person’s own browser the sign-up is theirs and no CRM’s: its draft and its way are seen everywhere', async () => {
  const home = testHome();
  const here = asker(home, crm);
  const there = asker(home, { ...crm, baseUrl: 'http://other.test/' });
  const nowhere = asker(home, null);
  const { message } = valueIn(await here('prepare', { feature, typed, switched: [] }));
  assert.equal(valueIn(await there('draft', { feature })).typed.name, 'Ada');
  valueIn(await nowhere('send', { feature, message }));
  for (const ask of [here, there, nowhere]) assert.equal(valueIn(await ask('outbox', {})).waiting.length, 1);
});

test('where users share a browser’s database, a sign-up is seen by its writer alone, and needs a CRM in front', async () => {
  const home = testHome({ shared: true });
  const { message } = valueIn(await asker(home)('prepare', { feature, typed, switched: [] }));
  assert.deepEqual(valueIn(await asker(home, colleague)('draft', { feature })).typed, {});
  assert.deepEqual(await asker(home, null)('draft', { feature }), { ok: false, failure: 'no-crm' });
  assert.deepEqual(await asker(home, null)('prepare', { feature, typed, switched: [] }), {
    ok: false,
    failure: 'no-crm',
  });
  valueIn(await asker(home)('send', { feature, message }));
  assert.deepEqual(valueIn(await asker(home, colleague)('outbox', {})).waiting, []);
  assert.deepEqual(valueIn(await asker(home, null)('outbox', {})).waiting, []);
});

test('without an address there is nothing to sign up', async () => {
  const { complete } = valueIn(
    await asker(testHome(), null)('prepare', { feature, typed: { name: 'Ada' }, switched: [] }),
  );
  assert.equal(complete, false);
});
