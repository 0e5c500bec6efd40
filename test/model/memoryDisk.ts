import type { StoreName, Transaction } from '../../widget/service/storage/database.ts';
import { StorageError } from '../../widget/service/storage/storageError.ts';
import type { Owner } from '../../widget/service/surroundings.ts';

type Stores = Record<StoreName, Map<string, unknown>>;

const keyPaths: Record<StoreName, 'id' | 'key' | null> = {
  outbox: 'id',
  delivered: 'id',
  withdrawn: 'id',
  drafts: 'key',
  agreements: 'key',
  log: 'key',
  bodies: 'id',
  values: null,
};

function copyOf(stores: Partial<Stores>): Stores {
  return {
    outbox: new Map(stores.outbox),
    delivered: new Map(stores.delivered),
    withdrawn: new Map(stores.withdrawn),
    drafts: new Map(stores.drafts),
    agreements: new Map(stores.agreements),
    log: new Map(stores.log),
    bodies: new Map(stores.bodies),
    values: new Map(stores.values),
  };
}

/** Who runs a transaction, as the methods of `Database` name it. */
export type Mode = 'read' | 'write' | 'writeDurably';

/**
 * The browser's database without a browser: one transaction at a time, which holds entirely or not at all. What
 * `writeDurably` wrote, and all before it, outlasts a power cut; the rest only whatever happens to the browser.
 */
export class MemoryDisk {
  /** No room: whoever writes anything fails. */
  full = false;
  private stores = copyOf({});
  private onPlatter = copyOf({});

  async transact<T>(mode: Mode, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const changed = copyOf(this.stores);
    let wrote = false;
    const result = await work(
      transactionOn(changed, () => {
        if (mode === 'read') throw new StorageError(new DOMException('', 'ReadOnlyError'));
        wrote = true;
      }),
    );
    if (!wrote) return result;
    if (this.full) throw new StorageError(new DOMException('', 'QuotaExceededError'));
    this.stores = changed;
    if (mode === 'writeDurably') this.onPlatter = copyOf(changed);
    return result;
  }

  /** What was not on the disk yet is gone. */
  cutPower(): void {
    this.stores = copyOf(this.onPlatter);
  }
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

function transactionOn(stores: Stores, willWrite: () => void): Transaction {
  return {
    get: async (store, key) => structuredClone(stores[store].get(key)),
    all: async (store) => [...stores[store]].sort(byKey).map(([, v]) => structuredClone(v)),
    log: async (after, count, owner) =>
      [...stores.log]
        .filter(([key, entry]) => key > after && (owner === null || isOf(owner, entry)))
        .sort(byKey)
        .slice(0, count)
        .map(([, entry]) => structuredClone(entry)),
    put: async (store, record, key) => {
      willWrite();
      stores[store].set(keyOf(store, record, key), copy(record));
    },
    delete: async (store, key) => {
      willWrite();
      stores[store].delete(key);
    },
    deleteNamed: async (beginning) => {
      willWrite();
      for (const name of stores.values.keys()) if (name.startsWith(beginning)) stores.values.delete(name);
    },
  };
}

function isOf({ baseUrl, userId }: Owner, entry: unknown): boolean {
  const owner: unknown = Reflect.get(Object(entry), 'owner');
  return Reflect.get(Object(owner), 'baseUrl') === baseUrl && Reflect.get(Object(owner), 'userId') === userId;
}

function copy(record: unknown): unknown {
  try {
    return structuredClone(record);
  } catch (error) {
    throw new StorageError(error);
  }
}

function keyOf(store: StoreName, record: unknown, key: string | undefined): string {
  const path = keyPaths[store];
  const found = path === null ? key : Reflect.get(Object(record), path);
  if (typeof found !== 'string') throw new StorageError(new DOMException('', 'DataError'));
  return found;
}
