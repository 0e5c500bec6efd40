import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { resume } from '../../../widget/service/outbox/delivery.ts';
import { openDatabase } from '../../../widget/service/storage/database.ts';
import { StorageError } from '../../../widget/service/storage/storageError.ts';
import { asker, receiptFor, sendFeedback, testHome, untilQuiet, valueIn } from './home.ts';

test('a transaction holds entirely or not at all', async () => {
  const database = openDatabase(new IDBFactory());
  const work = database.write(async (transaction) => {
    await transaction.put('values', 1, 'a');
    await transaction.put('outbox', { id: 'x' });
    throw new RangeError('no');
  });
  await assert.rejects(work, RangeError);
  assert.equal(await database.read((t) => t.get('values', 'a')), undefined);
  assert.deepEqual(await database.read((t) => t.all('outbox')), []);
});

test('what cannot be stored is an error of the database', async () => {
  const database = openDatabase(new IDBFactory());
  await assert.rejects(
    database.write((t) => t.put('values', () => 'a function', 'a')),
    StorageError,
  );
  await assert.rejects(
    database.read((t) => t.put('values', 1, 'a')),
    StorageError,
    'a reading transaction does not write',
  );
});

test('two writers of one value do not lose an update', async () => {
  const factory = new IDBFactory();
  const databases = [openDatabase(factory), openDatabase(factory)];
  await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      databases[i % 2]?.write(async (transaction) => {
        const count = (await transaction.get('values', 'count')) as number | undefined;
        await transaction.put('values', (count ?? 0) + 1, 'count');
      }),
    ),
  );
  assert.equal(await databases[0]?.read((t) => t.get('values', 'count')), 40);
});

test('when the browser closes the connection, it is opened again', async () => {
  const factory = new IDBFactory();
  const opened: IDBDatabase[] = [];
  const open = factory.open.bind(factory);
  factory.open = (name, version) => {
    const request = open(name, version);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  };
  const database = openDatabase(factory);
  await database.write((t) => t.put('values', 1, 'a'));
  opened[0]?.close();
  assert.equal(await database.read((t) => t.get('values', 'a')), 1);
  assert.equal(opened.length, 2);
});

test('a newer release in another tab is not kept from upgrading', async () => {
  const factory = new IDBFactory();
  const database = openDatabase(factory);
  await database.write((t) => t.put('values', 1, 'a'));
  await new Promise<void>((resolve, reject) => {
    const request = factory.open('noticeboard', 99);
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('blocked'));
  });
  await assert.rejects(
    database.read((t) => t.get('values', 'a')),
    StorageError,
    'the older release says so instead of damaging what it does not know',
  );
});

test('a database of the first release is upgraded, and what waits in it is sent', async () => {
  const factory = new IDBFactory();
  const body = `{"id":"${id}"}`;
  await new Promise<void>((resolve, reject) => {
    const request = factory.open('noticeboard', 1);
    request.onupgradeneeded = () => {
      const stores = ['outbox', 'delivered'].map((name) => request.result.createObjectStore(name, { keyPath: 'id' }));
      request.result.createObjectStore('drafts', { keyPath: 'key' });
      request.result.createObjectStore('values');
      stores[0]?.put({ id, feature: 'feedback', hub: 'https://hub.test', body, secret: 'x', excerpt: 'Old' });
    };
    request.onerror = reject;
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  const home = testHome({ database: openDatabase(factory), transport: async (request) => receiptFor(request) });
  await resume(home);
  const [delivered] = await home.database.read((t) => t.all('delivered'));
  assert.equal((delivered as { excerpt: string }).excerpt, 'Old');
  assert.deepEqual(await home.database.read((t) => t.log('', 10, null)), []);
});

test('a browser without a database is an error of the database, and is asked again the next time', async () => {
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  factory.open = () => {
    throw new DOMException('', 'SecurityError');
  };
  const database = openDatabase(factory);
  await assert.rejects(
    database.read((t) => t.all('outbox')),
    StorageError,
  );
  factory.open = open;
  assert.deepEqual(await database.read((t) => t.all('outbox')), []);
});

const written = 'What a person wrote';
const id = '0b6f2c1e-0000-4000-8000-000000000000';
const malformed: unknown[] = [
  { id: 'no-uuid', body: written },
  { id, body: { text: written } },
  { id, feature: 'telepathy', hub: 'https://hub.test', body: written },
  { id, text: written },
];
for (const record of malformed) {
  test(`a malformed message in the outbox is kept, and is in nobody's way: ${JSON.stringify(record)}`, async () => {
    const home = testHome({ transport: async (request) => receiptFor(request) });
    await home.database.write((t) => t.put('outbox', record));
    const ask = asker(home);
    await sendFeedback(ask, 'Another');
    await untilQuiet(home.database);
    assert.equal(valueIn(await ask('outbox', {})).delivered.length, 1);
    await ask('retry', {});
    await ask('withdraw', { id });
    assert.deepEqual(await home.database.read((t) => t.all('outbox')), [record]);
  });
}

test('a message whose bookkeeping is broken is sent all the same', async () => {
  const home = testHome({ transport: async (request) => receiptFor(request) });
  const body = `{"id":"${id}"}`;
  const broken = { attempts: 'many', nextAttemptAt: null, owner: 7, refused: 'perhaps', failure: 'x', createdAt: {} };
  await home.database.write((t) =>
    t.put('outbox', { id, feature: 'feedback', hub: 'https://hub.test', body, ...broken }),
  );
  await resume(home);
  assert.deepEqual(await home.database.read((t) => t.all('outbox')), []);
});

test('of a draft that is partly broken, what was typed is read', async () => {
  const home = testHome();
  const ask = asker(home);
  await ask('prepare', { feature: 'feedback', typed: { text: written }, switched: ['os'] });
  await home.database.write(async (t) => {
    const [draft] = (await t.all('drafts')) as [Record<string, unknown>];
    await t.put('drafts', {
      ...draft,
      typed: { text: written, email: 5 },
      switched: ['os', 9],
      identity: 'x',
      prepared: 1,
    });
  });
  assert.deepEqual(valueIn(await ask('draft', { feature: 'feedback' })).typed, { text: written, email: undefined });
  await sendFeedback(ask, written);
});

test('broken single values are as good as missing', async () => {
  const home = testHome();
  const ask = asker(home);
  for (const name of ['lease', 'news', 'news seen self', 'news read self', 'dismissed self']) {
    await home.database.write((t) => t.put('values', { broken: name }, name));
  }
  await sendFeedback(ask, 'Hello');
  assert.ok((await ask('open', {})).ok);
  assert.ok((await ask('news', {})).ok);
  assert.ok((await ask('dismiss', { extension: 'a' })).ok);
});
