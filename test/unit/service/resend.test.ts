import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { IDBFactory } from 'fake-indexeddb';
import { resume } from '../../../widget/service/outbox/delivery.ts';
import type { Database } from '../../../widget/service/storage/database.ts';
import { openDatabase } from '../../../widget/service/storage/database.ts';
import { StorageError } from '../../../widget/service/storage/storageError.ts';
import type { HubRequest, Transport } from '../../../widget/service/surroundings.ts';
import type { Ask, TestHome } from './home.ts';
import { asker, receiptFor, reply, sendFeedback, TestClock, testHome, until, untilQuiet, valueIn } from './home.ts';

const HOUR = 3_600_000;

/** A hub that takes each message once; what its answers come to is decided by whoever carries them. */
function hubThat(answerOf: (request: HubRequest, times: number) => 'answers' | Awaited<ReturnType<Transport>>) {
  const rows = new Map<string, string>();
  let times = 0;
  const transport: Transport = async (request) => {
    times += 1;
    const given = answerOf(request, times);
    const refusedOnTheWay = given !== 'answers' && given.ok;
    if (refusedOnTheWay) return given;
    const { id } = JSON.parse(request.body ?? '') as { id: string };
    const known = rows.get(id);
    if (known !== undefined && known !== request.body) return reply(409, '');
    rows.set(id, request.body ?? '');
    return given === 'answers' ? receiptFor(request) : given;
  };
  return { rows, transport };
}

/** Sends a text whose first receipt is lost, and whose second attempt is refused by somebody between browser and hub. */
async function refusedThoughReceived(): Promise<{ home: TestHome; ask: Ask; id: string; rows: Map<string, string> }> {
  const { rows, transport } = hubThat((_, times) => {
    if (times === 1) return { ok: false, failure: 'offline' };
    return times === 2 ? reply(403, '<html>') : 'answers';
  });
  const home = testHome({ transport });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'Once only');
  await untilQuiet(home.database);
  home.clock.time += HOUR;
  await resume(home);
  assert.equal(valueIn(await ask('outbox', {})).waiting[0]?.state, 'refused');
  return { home, ask, id, rows };
}

test('a text taken back and sent again unchanged is at the hub once, though the hub had it before', async () => {
  const { home, ask, id, rows } = await refusedThoughReceived();
  await ask('edit', { id });
  await sendFeedback(ask, 'Once only');
  await untilQuiet(home.database);
  assert.equal(rows.size, 1);
  const { waiting, delivered } = valueIn(await ask('outbox', {}));
  assert.deepEqual([waiting, delivered.length], [[], 1]);
});

test('a receipt that comes after its text was taken back and changed takes nothing but that text out of the outbox', async () => {
  let finish = () => {};
  let times = 0;
  const home = testHome({
    transport: async (request) => {
      times += 1;
      if (times === 2) return reply(403, '');
      if (times === 3) return { ok: false, failure: 'offline' };
      return new Promise((resolve) => {
        finish = () => resolve(receiptFor(request));
      });
    },
  });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'The first');
  await until(() => times === 1, 'it is on its way');
  // The computer slept: somebody else takes over, and is refused.
  home.clock.time += HOUR;
  await resume(home);
  await ask('edit', { id });
  await sendFeedback(ask, 'The second');
  await until(() => times === 3, 'the second is tried');
  await untilQuiet(home.database);
  finish();
  await until(async () => valueIn(await ask('outbox', {})).delivered.length === 1, 'the receipt came');
  const { waiting } = valueIn(await ask('outbox', {}));
  assert.deepEqual(
    waiting.map(({ excerpt, state }) => [excerpt, state]),
    [['The second', 'waiting']],
  );
});

test('a transaction that had to wait its turn does not take a lease for one from before a jump of the clock', async () => {
  const factory = new IDBFactory();
  const clock = new TestClock();
  const sent: string[] = [];
  const transport: Transport = async (request) => {
    sent.push(request.body ?? '');
    await setImmediate();
    return receiptFor(request);
  };
  const offline = testHome({ database: openDatabase(factory), clock });
  for (const text of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']) await sendFeedback(asker(offline), text);
  await untilQuiet(offline.database);
  clock.time += HOUR;
  // Time passes whenever somebody looks at it, and whenever one wants to write, another wants to as well.
  const moving = Object.assign(new TestClock(), { now: () => (clock.time += 3) });
  const [one, two] = [1, 2].map(() => testHome({ database: openDatabase(factory), clock: moving, transport }));
  assert.ok(one && two);
  const others: Promise<void>[] = [];
  const writeDurably: Database['write'] = (work) => {
    const written = one.database.writeDurably(work);
    others.push(resume(two));
    return written;
  };
  await resume({ ...one, database: { ...one.database, writeDurably } });
  await Promise.all(others);
  assert.equal(new Set(sent).size, 8);
  assert.equal(sent.length, 8);
});

test('when there is no room to write down who sends, somebody is called again later', async () => {
  const home = testHome();
  await sendFeedback(asker(home), 'Patience');
  await untilQuiet(home.database);
  home.clock.time += HOUR;
  home.wakes.length = 0;
  const full = () => Promise.reject(new StorageError(new DOMException('', 'QuotaExceededError')));
  await resume({ ...home, database: { ...home.database, write: full, writeDurably: full } });
  assert.deepEqual(home.wakes, [home.clock.time + 300_000]);
});

test('what is withdrawn is withdrawn on the disk, before it is said to be', async () => {
  const home = testHome();
  const { id } = await sendFeedback(asker(home), 'Never mind');
  await untilQuiet(home.database);
  const modes: string[] = [];
  const { database } = home;
  const ask = asker({
    ...home,
    database: {
      read: (work) => database.read(work),
      write: (work) => database.write(work).finally(() => modes.push('write')),
      writeDurably: (work) => database.writeDurably(work).finally(() => modes.push('writeDurably')),
    },
  });
  assert.ok((await ask('withdraw', { id })).ok);
  assert.equal(modes[0], 'writeDurably');
});

test('when there is no room to write down that all is due, the person is told', async () => {
  const home = testHome();
  await sendFeedback(asker(home), 'Patience');
  await untilQuiet(home.database);
  const full = () => Promise.reject(new StorageError(new DOMException('', 'QuotaExceededError')));
  const ask = asker({ ...home, database: { ...home.database, write: full, writeDurably: full } });
  assert.deepEqual(await ask('retry', {}), { ok: false, failure: 'storage-full' });
});

test('when there is no room for a message, the person is told, and the form keeps it', async () => {
  const home = testHome();
  const ask = asker(home);
  const { message } = valueIn(
    await ask('prepare', { feature: 'feedback', typed: { text: 'A lot' }, switched: ['os'] }),
  );
  const { database } = home;
  // There is room for it in the outbox, and none for the emptied form.
  const writeDurably: Database['writeDurably'] = (work) =>
    database.writeDurably(async (transaction) => {
      await work(transaction);
      throw new StorageError(new DOMException('', 'QuotaExceededError'));
    });
  const full = asker({ ...home, database: { ...database, writeDurably } });
  assert.deepEqual(await full('send', { feature: 'feedback', message }), { ok: false, failure: 'storage-full' });
  assert.deepEqual(valueIn(await ask('draft', { feature: 'feedback' })), {
    typed: { text: 'A lot' },
    switched: ['os'],
  });
  assert.deepEqual(valueIn(await ask('outbox', {})).waiting, []);
  assert.ok((await ask('send', { feature: 'feedback', message })).ok, 'with room again, the same can be sent');
});

test('what was refused is not put over a report that was begun, whatever its first field is', async () => {
  const home = testHome({ transport: async () => reply(400, '') });
  const ask = asker(home);
  const typed = { title: 'The list is empty', happened: 'Nothing is listed.', severity: 'minor' };
  const { message } = valueIn(await ask('prepare', { feature: 'issue', typed, switched: [] }));
  const { id } = valueIn(await ask('send', { feature: 'issue', message }));
  await untilQuiet(home.database);
  const begun = { title: 'Another', severity: 'minor' };
  await ask('prepare', { feature: 'issue', typed: begun, switched: [] });
  assert.deepEqual(await ask('edit', { id }), { ok: false, failure: 'draft-in-the-way' });
  await ask('prepare', { feature: 'issue', typed: { severity: 'minor' }, switched: [] });
  assert.ok((await ask('edit', { id })).ok);
  assert.equal(valueIn(await ask('draft', { feature: 'issue' })).typed.title, typed.title);
});

test('a home is not told that nothing waits before that is sure', async () => {
  const home = testHome({ transport: async (request) => receiptFor(request) });
  let writes = 0;
  const { database } = home;
  // Room for the message and the lease, and none for the receipt.
  const full = {
    ...database,
    writeDurably: <T>(work: Parameters<typeof database.write<T>>[0]) =>
      database.writeDurably<T>(async (transaction) => {
        writes += 1;
        const value = await work(transaction);
        if (writes > 2) throw new StorageError(new DOMException('', 'QuotaExceededError'));
        return value;
      }),
  };
  await sendFeedback(asker({ ...home, database: full }), 'Still waiting');
  await until(() => home.wakes.includes(home.clock.time + 300_000), 'it is put off');
  assert.equal(home.waiting.at(-1), true);
});
