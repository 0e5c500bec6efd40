import assert from 'node:assert/strict';
import { pbkdf2Sync } from 'node:crypto';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { fieldSchemas } from '../../../widget/contract/fields.ts';
import type { Page } from '../../../widget/contract/page.ts';
import type { Surroundings } from '../../../widget/service/surroundings.ts';
import { asker, crm, testHome, valueIn } from './home.ts';

const uid = '0123456789abcdef0123456789ABCDEF';
const printing = (value: string): Page => ({ ...crm, installKey: undefined, uid: { value, source: 'script' } });

async function prepared(home: Surroundings, page: Page) {
  const ask = asker(home, page);
  return valueIn(await ask('prepare', { feature: 'feedback', typed: { text: 'Hello' }, switched: [] }));
}
const keyRow = async (home: Surroundings, page: Page) =>
  (await prepared(home, page)).rows.find(({ field }) => field === 'installKey');

/** Counts how often the browser derives something. */
function counted(t: TestContext) {
  return t.mock.method(crypto.subtle, 'deriveBits').mock;
}

test('where the page prints the uid of vtiger, the key is 63 bits of its PBKDF2, which node computes alike', async () => {
  const bits = pbkdf2Sync(uid.toLowerCase(), 'noticeboard install key v1', 600_000, 8, 'sha256').readBigUInt64BE();
  const row = await keyRow(testHome(), printing(uid));
  assert.equal(row?.value, String(bits >> 1n));
  assert.equal(row?.source, 'derived');
  assert.ok(fieldSchemas.installKey.safeParse(row?.value).success);
});

test('the key of an install stays what it is, in every browser and for good', async () => {
  assert.equal((await keyRow(testHome(), printing('d'.repeat(32))))?.value, '612542817051863822');
});

test('it is computed once, though the form asks again while it is', async (t) => {
  const derivations = counted(t);
  const home = testHome();
  const rows = await Promise.all([1, 2, 3].map(() => keyRow(home, printing(uid))));
  rows.push(await keyRow(home, printing(uid.toLowerCase())));
  assert.equal(new Set(rows.map((row) => row?.value)).size, 1);
  assert.equal(derivations.callCount(), 1);
});

test('a copy of the CRM beside it, and a CRM that was set up anew, are computed for themselves', async (t) => {
  const derivations = counted(t);
  const home = testHome();
  const first = await keyRow(home, printing(uid));
  const copy = await keyRow(home, { ...printing(uid), baseUrl: 'http://crm.test/test/' });
  const anew = await keyRow(home, printing('f'.repeat(32)));
  assert.equal(copy?.value, first?.value, 'it is the same uid');
  assert.notEqual(anew?.value, first?.value);
  assert.equal(derivations.callCount(), 3);
});

test('a key that the module gave or the page declares goes first', async (t) => {
  const derivations = counted(t);
  const row = await keyRow(testHome(), { ...crm, uid: { value: uid, source: 'script' } });
  assert.deepEqual([row?.value, row?.source], [crm.installKey?.value, 'declared']);
  assert.equal(derivations.callCount(), 0);
});

test('the uid itself is neither sent nor shown nor kept', async () => {
  const home = testHome();
  const { message, rows } = await prepared(home, printing(uid));
  const kept = await home.database.read(async (t) => [await t.all('values'), await t.all('drafts')]);
  for (const place of [message, rows, kept]) assert.doesNotMatch(JSON.stringify(place), /0123456789abcdef/i);
});

test('on a page without a secure context a random key stands for the CRM', async (t) => {
  t.mock.getter(crypto, 'subtle', () => undefined);
  const home = testHome();
  const row = await keyRow(home, printing(uid));
  assert.equal(row?.source, 'random');
  assert.deepEqual(await keyRow(home, printing(uid)), row);
});
