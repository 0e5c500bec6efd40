import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { fieldSchemas } from '../../../widget/contract/fields.ts';
import type { Page } from '../../../widget/contract/page.ts';
import { createService } from '../../../widget/service/createService.ts';
import { openDatabase } from '../../../widget/service/storage/database.ts';
import { parseMessage } from '../../../widget/service/submissions/message.ts';
import { sha256 } from '../../../widget/service/submissions/sha256.ts';
import { asker, colleague, crm, readerOf, sendFeedback, testHome, until, valueIn } from './home.ts';

const feature = 'feedback';

test('the preview names every field of the policy with its value and where it was read', async () => {
  const ask = asker(testHome());
  const { rows } = valueIn(await ask('prepare', { feature, typed: { text: 'Hello' }, switched: ['os'] }));
  assert.deepEqual(rows, [
    { field: 'text', value: 'Hello', source: 'typed', sent: true, malformed: false },
    { field: 'email', value: null, source: null, sent: false, malformed: false },
    { field: 'installKey', value: '1234567890123', source: 'declared', sent: true, malformed: false },
    { field: 'version', value: '8.4.0', source: 'footer', sent: true, malformed: false },
    { field: 'os', value: 'Linux', source: 'declared', sent: false, malformed: false },
    { field: 'industry', value: 'Plumbing', source: 'declared', sent: true, malformed: false },
  ]);
});

test('the message is the rows that say so, in the order that the contract names', async () => {
  const home = testHome();
  const ask = asker(home);
  const typed = { text: 'Say "hi" 😀', email: ' a@b.example ' };
  const { message } = valueIn(await ask('prepare', { feature, typed, switched: ['industry', 'os'] }));
  const draft = await home.database.read((t) => t.all('drafts'));
  const { id, secret } = (draft[0] as { identity: { id: string; secret: string } }).identity;
  assert.equal(
    message,
    `{"schema":1,"policy":2,"id":"${id}","withdrawHash":"${sha256(secret)}","feature":"feedback",` +
      '"fields":{"text":"Say \\"hi\\" 😀","email":"a@b.example","installKey":"1234567890123","version":"8.4.0"}}',
  );
});

test('preparing the same twice gives the same string', async () => {
  const ask = asker(testHome());
  const input = { feature, typed: { text: 'Hello' }, switched: [] } as const;
  const first = valueIn(await ask('prepare', { ...input, switched: [] }));
  const second = valueIn(await ask('prepare', { ...input, switched: [] }));
  assert.equal(first.message, second.message);
});

test('a malformed e-mail address is shown as such, not sent, and the form is not complete', async () => {
  const ask = asker(testHome());
  const typed = { text: 'Hello', email: 'nobody@' };
  const { rows, message, complete } = valueIn(await ask('prepare', { feature, typed, switched: [] }));
  assert.deepEqual(rows[1], { field: 'email', value: 'nobody@', source: 'typed', sent: false, malformed: true });
  assert.ok(!message.includes('nobody@'));
  assert.equal(complete, false);
});

test('without a text nothing can be sent', async () => {
  const ask = asker(testHome());
  for (const text of ['', '   \n', undefined]) {
    const prepared = valueIn(await ask('prepare', { feature, typed: { text }, switched: [] }));
    assert.equal(prepared.complete, false);
    assert.deepEqual(await ask('send', { feature, message: prepared.message }), { ok: false, failure: 'bad-call' });
  }
});

test('a text too long is malformed, and stays in the draft', async () => {
  const ask = asker(testHome());
  const text = 'x'.repeat(20_001);
  const { complete, rows } = valueIn(await ask('prepare', { feature, typed: { text }, switched: [] }));
  assert.equal(complete, false);
  assert.equal(rows[0]?.malformed, true);
  assert.equal(valueIn(await ask('draft', { feature })).typed.text, text);
});

test('only the string last previewed is sent', async () => {
  const home = testHome();
  const ask = asker(home);
  const first = valueIn(await ask('prepare', { feature, typed: { text: 'One' }, switched: [] }));
  const second = valueIn(await ask('prepare', { feature, typed: { text: 'Two' }, switched: [] }));
  const forged = second.message.replace('Two', 'Six');
  for (const message of [first.message, forged, '', '{}', 'x'.repeat(1e6), ` ${second.message}`]) {
    assert.deepEqual(await ask('send', { feature, message }), { ok: false, failure: 'changed' });
  }
  assert.deepEqual(await home.database.read((t) => t.all('outbox')), []);
  assert.ok((await ask('send', { feature, message: second.message })).ok);
});

test('sending empties the form and keeps its switches; the next message is another one', async () => {
  const ask = asker(testHome());
  const typed = { text: 'One', email: 'a@b.example' };
  const first = valueIn(await ask('prepare', { feature, typed, switched: ['os'] }));
  valueIn(await ask('send', { feature, message: first.message }));
  assert.deepEqual(valueIn(await ask('draft', { feature })), { typed: {}, switched: ['os'] });
  const second = valueIn(await ask('prepare', { feature, typed, switched: ['os'] }));
  const [a, b] = [parseMessage(feature, first.message), parseMessage(feature, second.message)];
  assert.notEqual(a?.id, b?.id);
  assert.notEqual(a?.withdrawHash, b?.withdrawHash);
});

test('a double click is one message', async () => {
  const home = testHome();
  const ask = asker(home);
  const { message } = valueIn(await ask('prepare', { feature, typed: { text: 'Once' }, switched: [] }));
  const [first, second] = await Promise.all([ask('send', { feature, message }), ask('send', { feature, message })]);
  assert.deepEqual(first, second);
  assert.ok(first.ok);
  assert.equal((await home.database.read((t) => t.all('outbox'))).length, 1);
});

test('without a hub address nothing is accepted and the text stays', async () => {
  const home = testHome();
  home.address = null;
  const ask = asker(home);
  const { message } = valueIn(await ask('prepare', { feature, typed: { text: 'Hello' }, switched: [] }));
  assert.deepEqual(await ask('send', { feature, message }), { ok: false, failure: 'no-hub' });
  assert.equal(valueIn(await ask('draft', { feature })).typed.text, 'Hello');
});

test('a message goes to the hub that was set when it was sent off', async () => {
  const home = testHome();
  await sendFeedback(asker(home), 'To the first hub');
  home.address = 'https://other.test';
  const [item] = await home.database.read((t) => t.all('outbox'));
  assert.equal((item as { hub: string }).hub, 'https://hub.test');
});

for (const page of [null, 'vtiger', {}, { ...crm, baseUrl: 'javascript:alert(1)' }]) {
  test(`a page that says ${JSON.stringify(page)} is no CRM`, async () => {
    const ask = asker(testHome(), page);
    const prepared = await ask('prepare', { feature, typed: { text: 'Hello' }, switched: [] });
    assert.deepEqual(prepared, { ok: false, failure: 'no-crm' });
    assert.deepEqual(await ask('send', { feature, message: '{}' }), { ok: false, failure: 'no-crm' });
    assert.deepEqual(await ask('draft', { feature }), { ok: false, failure: 'no-crm' });
  });
}

test('a page that cannot be read is no CRM', async () => {
  const service = createService(
    testHome(),
    readerOf(() => Promise.reject(new Error('the tab is gone'))),
  );
  assert.deepEqual(await service.draft({ feature }), { ok: false, failure: 'no-crm' });
});

test('drafts belong to one user of one CRM', async () => {
  const home = testHome();
  await asker(home)('prepare', { feature, typed: { text: 'Mine' }, switched: ['os'] });
  const elsewhere: Page = { ...crm, baseUrl: 'http://crm.test/test/' };
  for (const page of [colleague, elsewhere, { ...crm, userId: undefined }]) {
    assert.deepEqual(valueIn(await asker(home, page)('draft', { feature })), { typed: {}, switched: [] });
  }
  assert.equal(valueIn(await asker(home)('draft', { feature })).typed.text, 'Mine');
});

test('of saves that overlap the newest text stays, however long each reads the page', async () => {
  const home = testHome();
  const read: (() => void)[] = [];
  const service = createService(
    home,
    readerOf(() => new Promise((resolve) => read.push(() => resolve(crm)))),
  );
  const saves = ['a', 'ab', 'abc', 'abcd'].map((text) => service.prepare({ feature, typed: { text }, switched: [] }));
  await until(() => read.length === saves.length, 'all of them read the page');
  for (const at of [3, 1, 2, 0]) {
    read[at]?.();
    await saves[at];
  }
  const prepared = await Promise.all(saves);
  const ask = asker(home);
  assert.equal(valueIn(await ask('draft', { feature })).typed.text, 'abcd');
  const last = prepared[3];
  assert.ok(last?.ok);
  assert.ok((await ask('send', { feature, message: last.value.message })).ok, 'the newest preview can be sent');
});

test('a save that was overtaken by sending does not bring the sent text back', async () => {
  const home = testHome();
  const ask = asker(home);
  const { message } = valueIn(await ask('prepare', { feature, typed: { text: 'Done' }, switched: [] }));
  let release = (_: unknown) => {};
  const slow = createService(
    home,
    readerOf(() => new Promise((resolve) => (release = resolve))),
  );
  const late = slow.prepare({ feature, typed: { text: 'Done' }, switched: [] });
  valueIn(await ask('send', { feature, message }));
  release(crm);
  await late;
  assert.deepEqual(valueIn(await ask('draft', { feature })).typed, {});
});

test('where the page knows no install key, a random one stands for this CRM in this browser', async () => {
  const home = testHome();
  const keyless = { ...crm, installKey: undefined };
  const keyOf = async (page: unknown) => {
    const { rows } = valueIn(await asker(home, page)('prepare', { feature, typed: {}, switched: [] }));
    return rows.find(({ field }) => field === 'installKey');
  };
  const first = await keyOf(keyless);
  assert.equal(first?.source, 'random');
  assert.ok(fieldSchemas.installKey.safeParse(first?.value).success);
  assert.deepEqual(await keyOf({ ...keyless, userId: undefined }), first, 'the same for every user');
  assert.notEqual((await keyOf({ ...keyless, baseUrl: 'http://crm.test/other/' }))?.value, first?.value);
});

test('two pages that ask for a key at once get the same', async () => {
  const factory = new IDBFactory();
  const asks = [1, 2].map(() =>
    asker(testHome({ database: openDatabase(factory) }), { ...crm, installKey: undefined }),
  );
  const keys = await Promise.all(
    asks.map(async (ask) => valueIn(await ask('prepare', { feature, typed: {}, switched: [] })).rows[2]?.value),
  );
  assert.equal(keys[0], keys[1]);
});
