import type { StoreName, Transaction } from '../../widget/service/storage/database.ts';
import { StorageError } from '../../widget/service/storage/storageError.ts';

type Stores = Record<StoreName, Map<string, unknown>>;

const empty = (): Stores => ({ outbox: new Map(), delivered: new Map(), drafts: new Map(), values: new Map() });
const keyPaths = { outbox: 'id', delivered: 'id', drafts: 'key', values: null } as const;

/** Who runs a transaction, as the methods of `Database` name it. */
export type Mode = 'read' | 'write' | 'writeDurably';

/**
 * The browser's database without a browser: one transaction at a time, which holds entirely or not at all. What
 * `writeDurably` wrote, and all before it, outlasts a power cut; the rest only whatever happens to the browser.
 */
export class MemoryDisk {
  /** No room: whoever writes anything fails. */
  full = false;
  private stores = empty();
  private onPlatter = empty();

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

function copyOf({ outbox, delivered, drafts, values }: Stores): Stores {
  return {
    outbox: new Map(outbox),
    delivered: new Map(delivered),
    drafts: new Map(drafts),
    values: new Map(values),
  };
}

function transactionOn(stores: Stores, willWrite: () => void): Transaction {
  return {
    get: async (store, key) => structuredClone(stores[store].get(key)),
    all: async (store) => [...stores[store]].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, v]) => structuredClone(v)),
    put: async (store, record, key) => {
      willWrite();
      stores[store].set(keyOf(store, record, key), copy(record));
    },
    delete: async (store, key) => {
      willWrite();
      stores[store].delete(key);
    },
  };
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
