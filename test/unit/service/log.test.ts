import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { IDBFactory, IDBIndex, IDBObjectStore } from 'fake-indexeddb';
import type { LogEntry } from '../../../widget/contract/calls.ts';
import { fetchHub } from '../../../widget/service/hub/fetchHub.ts';
import { logged } from '../../../widget/service/log/logged.ts';
import { refreshIfDue } from '../../../widget/service/news/news.ts';
import { openDatabase } from '../../../widget/service/storage/database.ts';
import type { HubRequest, Surroundings, Transport } from '../../../widget/service/surroundings.ts';
import type { Ask } from './home.ts';
import {
  agreeToFacts,
  asker,
  colleague,
  crm,
  receiptFor,
  reply,
  sendFeedback,
  TestClock,
  testHome,
  until,
  untilQuiet,
  valueIn,
} from './home.ts';
import type { TestHub } from './hub.ts';
import { startHub, takeMessage } from './hub.ts';

let hub: TestHub;
before(async () => {
  hub = await startHub((response, request) => {
    if (request.method === 'POST') takeMessage(response, request);
    else response.end(request.url.endsWith('.rss') ? '<rss version="2.0"/>' : '{"extensions":[]}');
  });
});
after(() => hub.close());

/** A home whose requests are noted, as every home's are. */
function loggingHome(transport: Transport, given: Partial<Surroundings> & { clock?: TestClock } = {}) {
  const database = given.database ?? openDatabase(new IDBFactory());
  const clock = given.clock ?? new TestClock();
  return testHome({ ...given, database, clock, transport: logged(transport, database, clock) });
}

const all = async (ask: Ask, words = ''): Promise<LogEntry[]> =>
  valueIn(await ask('log', { words, from: null })).entries;

test('the log holds every request that left, byte for byte, with its time, address and answer', async () => {
  const home = loggingHome(fetchHub);
  home.address = hub.url;
  const ask = asker(home);
  const first = hub.received.length;
  await ask('connect', { hub: hub.url });
  home.clock.time += 1;
  await ask('refreshNews', {});
  home.clock.time += 1;
  await agreeToFacts(ask, ['industry']);
  await ask('recommendations', {});
  home.clock.time += 1;
  const { id, message } = await sendFeedback(ask, 'Say "hi" 😀');
  await untilQuiet(home.database);

  const entries = await all(ask);
  const received = hub.received.slice(first).reverse();
  assert.deepEqual(
    entries.map(({ method, url, purpose, at, status }) => ({ method, url, purpose, at, status })),
    received.map(({ method, url }, i) => ({
      method,
      url: hub.url + url,
      purpose: ['feedback', 'extensions', 'news', 'hub'][i],
      at: home.clock.time - i,
      status: i === 0 ? 201 : 200,
    })),
  );
  const [sent] = entries;
  assert.equal(sent?.message, id);
  assert.equal(sent?.standing, 'delivered');
  assert.match(sent?.answer ?? '', new RegExp(id));
  assert.equal(sent?.bytes, received[0]?.body.length);
  const { body } = valueIn(await ask('sentBody', { key: sent?.key ?? '' }));
  assert.equal(body, message);
  assert.deepEqual(Buffer.from(body), received[0]?.body);
  assert.deepEqual(await ask('sentBody', { key: entries[1]?.key ?? '' }), { ok: false, failure: 'gone' });
});

test('a request is noted before it leaves, and stays noted though no answer comes', async () => {
  let noted = 0;
  let end = () => {};
  const home = loggingHome(async () => {
    noted = (await home.database.read((t) => t.all('log'))).length;
    return new Promise((resolve) => {
      end = () => resolve({ ok: false, failure: 'timeout' });
    });
  });
  const ask = asker(home);
  await sendFeedback(ask, 'Into the void');
  await until(() => noted > 0, 'it left');
  assert.equal(noted, 1);
  const [entry] = await all(ask);
  assert.deepEqual([entry?.status, entry?.failure, entry?.standing], [null, null, 'waiting']);
  end();
  await untilQuiet(home.database);
});

test('each try of a message is an entry, with why it failed', async () => {
  const answers = [{ ok: false, failure: 'offline' } as const, reply(503, '')];
  const home = loggingHome(async (request) => answers.shift() ?? receiptFor(request));
  const ask = asker(home);
  await sendFeedback(ask, 'Again and again');
  await untilQuiet(home.database);
  for (let i = 0; i < 2; i++) {
    home.clock.time += 1;
    await ask('retry', {});
    await until(async () => (await all(ask)).length === i + 2 && (await all(ask))[0]?.standing !== null, 'tried');
    await untilQuiet(home.database);
  }
  const entries = await all(ask);
  assert.deepEqual(
    entries.map(({ status, failure }) => status ?? failure),
    [201, 503, 'offline'],
  );
  for (const { key } of entries) assert.match(valueIn(await ask('sentBody', { key })).body, /Again and again/);
});

test('a message that was changed after a try keeps the bytes of both', async () => {
  const answers = [reply(400, '')];
  const home = loggingHome(async (request) => answers.shift() ?? receiptFor(request));
  const ask = asker(home);
  const first = await sendFeedback(ask, 'As it was');
  await untilQuiet(home.database);
  valueIn(await ask('edit', { id: first.id }));
  home.clock.time += 1;
  const second = await sendFeedback(ask, 'As it is now');
  await untilQuiet(home.database);
  const bodies = [];
  for (const { key } of await all(ask)) bodies.push(valueIn(await ask('sentBody', { key })).body);
  assert.deepEqual(bodies, [second.message, first.message]);
});

test('a browser without room for the log delivers all the same', async () => {
  const database = openDatabase(new IDBFactory());
  const full: typeof database = {
    ...database,
    write: (work) =>
      database.write((t) =>
        work({
          ...t,
          put: async (store, record, key) => {
            if (store === 'log') throw new DOMException('', 'QuotaExceededError');
            await t.put(store, record, key);
          },
        }),
      ),
  };
  const requests: HubRequest[] = [];
  const clock = new TestClock();
  const transport: Transport = async (request) => {
    requests.push(request);
    return receiptFor(request);
  };
  const home = testHome({ database, clock, transport: logged(transport, full, clock) });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'More than fits');
  await untilQuiet(database);
  assert.equal(requests.length, 1);
  assert.equal(valueIn(await ask('outbox', {})).delivered[0]?.id, id);
  assert.deepEqual(await all(ask), []);
});

for (const shared of [true, false]) {
  test(`each user reads their own (${shared ? 'CRM page' : 'extension'})`, async () => {
    const home = loggingHome(async (request) => receiptFor(request), { shared });
    await sendFeedback(asker(home), 'Mine');
    await untilQuiet(home.database);
    const [mine] = await all(asker(home));
    const other = asker(home, colleague);
    assert.deepEqual(await all(other), []);
    assert.deepEqual(await all(asker(home, { ...crm, baseUrl: 'http://crm.test/other/' })), []);
    assert.deepEqual(await other('sentBody', { key: mine?.key ?? '' }), { ok: false, failure: 'gone' });
    valueIn(await other('deleteLog', {}));
    assert.equal((await all(asker(home))).length, 1);
    assert.equal((await all(asker(home, null))).length, shared ? 0 : 1, 'away from any CRM');
  });
}

test('what the browser asked for by itself is listed for the one person of the browser', async () => {
  const home = loggingHome(async () => reply(200, '<rss/>'));
  await asker(home, null)('news', {});
  home.clock.time += 7 * 3_600_000;
  await refreshIfDue(home);
  const entries = await all(asker(home));
  assert.deepEqual(
    entries.map(({ purpose }) => purpose),
    ['news', 'news'],
  );
});

test('a search finds what was sent, what was answered, and a receipt by its number', async () => {
  const home = loggingHome(async (request) => (request.method === 'POST' ? receiptFor(request) : reply(200, '<rss/>')));
  const ask = asker(home);
  await ask('refreshNews', {});
  const { id } = await sendFeedback(ask, 'The Elephant in the room');
  await untilQuiet(home.database);
  const found = async (words: string) => (await all(ask, words)).map(({ purpose }) => purpose);
  assert.deepEqual(await found('elephant'), ['feedback']);
  assert.deepEqual(await found(' ELEPHANT '), ['feedback']);
  assert.deepEqual(await found(`${id.slice(-12, -8)}-${id.slice(-8, -4)}-${id.slice(-4)}`), ['feedback']);
  assert.deepEqual(await found('receivedat'), ['feedback']);
  assert.deepEqual(await found('news.rss'), ['news']);
  assert.deepEqual(await found('giraffe'), []);
});

test('deleted it is gone, with what it carried, and what arrived can still be withdrawn', async () => {
  const home = loggingHome(async (request) => receiptFor(request));
  const ask = asker(home);
  await sendFeedback(ask, 'To be forgotten here');
  await untilQuiet(home.database);
  valueIn(await ask('deleteLog', {}));
  assert.deepEqual(await all(ask), []);
  assert.deepEqual(await home.database.read((t) => t.all('bodies')), []);
  assert.equal(valueIn(await ask('outbox', {})).delivered.length, 1);
});

/** Counts what is read of log and bodies while the work goes on. */
async function recordsRead(t: { mock: typeof test.mock }, work: () => Promise<unknown>): Promise<number> {
  let records = 0;
  const spies = [IDBIndex.prototype, IDBObjectStore.prototype].map((prototype) => {
    const getAll = prototype.getAll;
    return t.mock.method(prototype, 'getAll', function (this: typeof prototype, ...given: Parameters<typeof getAll>) {
      const request = getAll.apply(this, given);
      request.addEventListener('success', () => {
        records += request.result.length;
      });
      return request;
    });
  });
  await work();
  for (const spy of spies) spy.mock.restore();
  return records;
}

test('a page of the log costs the same however long the log is, and a search looks at each entry once', async (t) => {
  const costs: number[] = [];
  for (const size of [200, 800]) {
    const home = loggingHome(async () => reply(200, '<rss/>'));
    await home.database.write(async (transaction) => {
      for (let i = 0; i < size; i++) {
        const key = `${String(1e15 - home.clock.time - i).padStart(16, '0')} ${i}`;
        const owner = { baseUrl: crm.baseUrl, userId: i % 2 ? '5' : '6' };
        const entry = { key, owner, at: home.clock.time + i, purpose: 'news', method: 'GET', url: `x/${i}`, bytes: 0 };
        await transaction.put('log', entry);
      }
    });
    const ask = asker(home);
    costs.push(await recordsRead(t, () => all(ask)));
    const { next } = valueIn(await ask('log', { words: '', from: null }));
    costs.push(await recordsRead(t, () => ask('log', { words: '', from: next })));

    const seen = new Set<string>();
    let from: string | null = null;
    const reads = await recordsRead(t, async () => {
      do {
        const page = valueIn(await ask('log', { words: 'x/', from }));
        for (const { key } of page.entries) seen.add(key);
        from = page.next;
      } while (from !== null);
    });
    assert.equal(seen.size, size / 2, 'its own entries, each of them');
    assert.equal(reads, size / 2);
  }
  const [page, later, pageOfMany, laterOfMany] = costs;
  assert.deepEqual([pageOfMany, laterOfMany], [page, later]);
  assert.equal(page, 50);
});
