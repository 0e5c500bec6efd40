import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Service } from '../../../widget/contract/calls.ts';
import { calls } from '../../../widget/contract/calls.ts';
import { answer } from '../../../widget/service/answer.ts';
import { createService } from '../../../widget/service/createService.ts';
import type { Database } from '../../../widget/service/storage/database.ts';
import { StorageError } from '../../../widget/service/storage/storageError.ts';
import { asker, crm, readerOf, sendFeedback, testHome, untilQuiet } from './home.ts';

const badCall = { ok: false, failure: 'bad-call' };
const service = createService(
  testHome(),
  readerOf(async () => crm),
);

test('every call of the contract has a handler, and nothing else has', () => {
  assert.deepEqual(Object.keys(service).sort(), Object.keys(calls).sort());
});

const hostile: unknown[] = [
  undefined,
  null,
  'open',
  42,
  [],
  {},
  { call: 'open' },
  { call: 'open', input: null },
  { call: ['open'], input: {} },
  { call: 'nothing', input: {} },
  { call: '__proto__', input: {} },
  { call: 'constructor', input: {} },
  { call: 'toString', input: {} },
  { call: 'hasOwnProperty', input: 'open' },
  { call: 'draft', input: { feature: '__proto__' } },
  { call: 'draft', input: { feature: 'news' } },
  { call: 'prepare', input: { feature: 'feedback', typed: { text: 5 }, switched: [] } },
  { call: 'prepare', input: { feature: 'feedback', typed: { text: 'x'.repeat(50_000) }, switched: [] } },
  { call: 'prepare', input: { feature: 'feedback', typed: {}, switched: ['password'] } },
  { call: 'prepare', input: { feature: 'feedback', typed: {}, switched: 'os' } },
  { call: 'leave', input: { id: '../../etc/passwd' } },
  { call: 'markRead', input: { items: Array.from({ length: 1001 }, () => 'x') } },
  { call: 'chooseLauncher', input: { baseUrl: 'javascript:alert(1)', launcher: 'shown' } },
  { call: 'chooseLauncher', input: { baseUrl: crm.baseUrl, launcher: 'always' } },
];
for (const message of hostile) {
  test(`a message that is no call is turned away: ${JSON.stringify(message)?.slice(0, 70)}`, async () => {
    assert.deepEqual(await answer(service, message), badCall);
  });
}

test('a message whose members throw or lie is turned away', async (t) => {
  t.mock.method(console, 'error', () => {});
  const throwing = {
    get call(): string {
      throw new Error('gotcha');
    },
  };
  assert.equal((await answer(service, throwing)).ok, false);
  assert.equal((await answer(service, new Proxy({}, { get: () => throwing }))).ok, false);
});

test('whatever is asked, there is an answer', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ call: fc.constantFrom(...Object.keys(calls)), input: fc.anything() }),
      async (message) => {
        const given = await answer(service, message);
        assert.equal(typeof given.ok, 'boolean');
        assert.notDeepEqual(given, { ok: false, failure: 'internal' });
      },
    ),
    { numRuns: 300 },
  );
});

test('more in the input than the contract knows never reaches a handler', async () => {
  let seen: unknown;
  const spy: Service = {
    ...service,
    leave: async (input) => {
      seen = input;
      return { ok: true, value: {} };
    },
  };
  const id = '0b6f2c1e-0000-4000-8000-000000000000';
  await answer(spy, { call: 'leave', input: JSON.parse(`{"id":"${id}","__proto__":{"a":1},"owner":"root"}`) });
  assert.deepEqual(seen, { id });
});

test('a secret that lies beside what was asked for does not leave', async () => {
  const home = testHome();
  const ask = asker(home);
  await sendFeedback(ask, 'Hello');
  await untilQuiet(home.database);
  const stored = JSON.stringify(await home.database.read((t) => t.all('outbox')));
  const secret = /"secret":"([0-9a-f]+)"/.exec(stored)?.[1] ?? assert.fail('there is a secret');
  for (const call of ['outbox', 'open'] as const) assert.ok(!JSON.stringify(await ask(call, {})).includes(secret));
  const leaky: Service = {
    ...service,
    written: async () => ({ ok: true, value: { typed: { text: 'Hello' }, message: '{}', ...{ secret } } }),
  };
  const given = await answer(leaky, { call: 'written', input: { id: '0b6f2c1e-0000-4000-8000-000000000000' } });
  assert.deepEqual(given, { ok: true, value: { typed: { text: 'Hello' }, message: '{}' } });
});

test('a defect of a handler is an answer too', async (t) => {
  const reported = t.mock.method(console, 'error', () => {});
  const broken: Service = { ...service, open: () => Promise.reject(new TypeError('undefined is not a function')) };
  assert.deepEqual(await answer(broken, { call: 'open', input: {} }), { ok: false, failure: 'internal' });
  assert.equal(reported.mock.callCount(), 1);
});

for (const [name, code] of [
  ['QuotaExceededError', 'storage-full'],
  ['UnknownError', 'storage'],
] as const) {
  test(`a database that fails with ${name} is answered as ${code}, and what was typed is not taken as stored`, async () => {
    const fail = () => Promise.reject(new StorageError(new DOMException('', name)));
    const database: Database = { read: fail, write: fail, writeDurably: fail };
    const ask = asker(testHome({ database }));
    const input = { feature: 'feedback' as const, typed: { text: 'Hello' }, switched: [] };
    assert.deepEqual(await ask('prepare', input), { ok: false, failure: code });
    assert.deepEqual(await ask('send', { feature: 'feedback', message: '{}' }), { ok: false, failure: code });
    assert.deepEqual(await ask('outbox', {}), { ok: false, failure: code });
  });
}
