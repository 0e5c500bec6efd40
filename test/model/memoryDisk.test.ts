import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import fc from 'fast-check';
import type { Database, StoreName, Transaction } from '../../widget/service/storage/database.ts';
import { openDatabase } from '../../widget/service/storage/database.ts';
import { StorageError } from '../../widget/service/storage/storageError.ts';
import type { Mode } from './memoryDisk.ts';
import { MemoryDisk } from './memoryDisk.ts';

globalThis.IDBKeyRange ??= IDBKeyRange;

interface Operation {
  readonly kind: 'get' | 'all' | 'log' | 'put' | 'delete' | 'deleteNamed' | 'throw';
  readonly store: StoreName;
  readonly key: string;
  readonly value: unknown;
}

const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.constantFrom('get', 'all', 'log', 'put', 'put', 'put', 'delete', 'deleteNamed', 'throw'),
  store: fc.constantFrom('outbox', 'delivered', 'withdrawn', 'drafts', 'agreements', 'log', 'bodies', 'values'),
  key: fc.constantFrom('a', 'b', 'B', '', 'é'),
  value: fc.oneof(
    fc.jsonValue({ maxDepth: 1 }),
    fc.constant(undefined),
    fc.constant(() => 'no data'),
  ),
});
const owner = { baseUrl: 'http://crm.test/', userId: '5' };
const mode = fc.constantFrom<Mode>('read', 'write', 'writeDurably');

function run(transaction: Transaction, { kind, store, key, value }: Operation): Promise<unknown> {
  if (kind === 'get') return transaction.get(store, key);
  if (kind === 'all') return transaction.all(store);
  if (kind === 'log') return transaction.log(key, 2, value === null ? null : owner);
  if (kind === 'deleteNamed') return transaction.deleteNamed(key);
  if (kind === 'delete') return transaction.delete(store, key);
  if (kind === 'throw') throw new RangeError('It was not to be.');
  if (store === 'values') return transaction.put(store, value, key);
  return transaction.put(store, { id: key, key, value, owner: key === 'B' ? { ...owner, userId: '6' } : owner });
}

/** What came of it: the values, or the kind of error. */
async function outcome(database: Database, mode: Mode, operations: readonly Operation[]): Promise<unknown> {
  const work = async (transaction: Transaction) => {
    const values = [];
    for (const each of operations) values.push(await run(transaction, each));
    return values;
  };
  return database[mode](work).catch((error: unknown) =>
    error instanceof StorageError ? error.failure : String(error),
  );
}

test('the disk of the model does what the browser database does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(mode, fc.array(operation, { maxLength: 6 })), { minLength: 1, maxLength: 12 }),
      async (transactions) => {
        const disk = new MemoryDisk();
        const memory: Database = {
          read: (work) => disk.transact('read', work),
          write: (work) => disk.transact('write', work),
          writeDurably: (work) => disk.transact('writeDurably', work),
        };
        const real = openDatabase(new IDBFactory());
        for (const [mode, operations] of transactions) {
          assert.deepEqual(await outcome(memory, mode, operations), await outcome(real, mode, operations));
        }
      },
    ),
    { numRuns: 300, seed: 1 },
  );
});

test('a full disk changes nothing, and a power cut takes what was not on the disk', async () => {
  const disk = new MemoryDisk();
  const put = (value: number) => (transaction: Transaction) => transaction.put('values', value, 'a');
  const value = () => disk.transact('read', (transaction) => transaction.get('values', 'a'));
  await disk.transact('writeDurably', put(1));
  await disk.transact('write', put(2));
  disk.full = true;
  await assert.rejects(disk.transact('write', put(3)), { failure: 'storage-full' });
  assert.equal(await value(), 2);
  disk.cutPower();
  assert.equal(await value(), 1);
});
