import type { Owner } from '../surroundings.ts';
import { StorageError } from './storageError.ts';

const NAME = 'noticeboard';

/** Each entry brings the database from the version that is its index to the next one. Never changed, only added to. */
const upgrades: ((database: IDBDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('outbox', { keyPath: 'id' });
    database.createObjectStore('delivered', { keyPath: 'id' });
    database.createObjectStore('drafts', { keyPath: 'key' });
    database.createObjectStore('values');
  },
  (database) => {
    const log = database.createObjectStore('log', { keyPath: 'key' });
    log.createIndex('owner', ['owner.baseUrl', 'owner.userId', 'key']);
    database.createObjectStore('bodies', { keyPath: 'id' });
    database.createObjectStore('withdrawn', { keyPath: 'id' });
    database.createObjectStore('agreements', { keyPath: 'key' });
  },
];

const storeNames = ['outbox', 'delivered', 'drafts', 'values', 'log', 'bodies', 'withdrawn', 'agreements'] as const;

/**
 * `outbox` what waits or was refused, by id · `delivered` receipts, by id · `drafts` what is being written, by owner
 * and feature · `values` single values, by name · `log` every request that left, newest first · `bodies` what the logged
 * requests carried, by id · `withdrawn` what was taken back, by id · `agreements` what a person agreed to, by owner and
 * feature.
 */
export type StoreName = (typeof storeNames)[number];

/** One transaction. Between its calls nothing else may be waited for, or the browser closes it. */
export interface Transaction {
  get(store: StoreName, key: string): Promise<unknown>;
  all(store: StoreName): Promise<unknown[]>;
  /** The next records of the log after that key, at most `count`: of one owner, or of all where none is named. */
  log(after: string, count: number, owner: Owner | null): Promise<unknown[]>;
  /** `key` for `values` alone; the other stores find it in the record. */
  put(store: StoreName, record: unknown, key?: string): Promise<void>;
  delete(store: StoreName, key: string): Promise<void>;
  /** Deletes the values whose names begin so. */
  deleteNamed(beginning: string): Promise<void>;
}

/**
 * What is kept. Each method runs the work in one transaction over all stores, which holds entirely or not at all, and
 * resolves once it holds. Throws `StorageError`, or what the work threw.
 */
export interface Database {
  read<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  write<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
  /** As `write`, but resolves only when it is on the disk: for what a person was promised. */
  writeDurably<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** The database of this origin. Opened on the first use, and again should the browser close it. */
export function openDatabase(factory: IDBFactory = indexedDB): Database {
  let connection: Promise<IDBDatabase> | undefined;
  const forget = () => {
    connection = undefined;
  };

  async function connected(): Promise<IDBDatabase> {
    connection ??= connect(factory, forget);
    try {
      return await connection;
    } catch (error) {
      forget();
      throw error;
    }
  }

  async function run<T>(work: (transaction: Transaction) => Promise<T>, options: Mode): Promise<T> {
    try {
      return await transact(await connected(), work, options);
    } catch (error) {
      if (!(error instanceof ConnectionClosed)) throw error;
      forget();
      return transact(await connected(), work, options);
    }
  }

  return {
    read: (work) => run(work, { mode: 'readonly' }),
    write: (work) => run(work, { mode: 'readwrite' }),
    writeDurably: (work) => run(work, { mode: 'readwrite', durability: 'strict' }),
  };
}

interface Mode {
  readonly mode: 'readonly' | 'readwrite';
  readonly durability?: 'strict';
}

class ConnectionClosed extends StorageError {}

function connect(factory: IDBFactory, closed: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(new StorageError(error));
    try {
      const request = factory.open(NAME, upgrades.length);
      request.onupgradeneeded = ({ oldVersion }) => {
        for (const upgrade of upgrades.slice(oldVersion)) upgrade(request.result);
      };
      request.onerror = () => fail(request.error);
      request.onsuccess = () => {
        const database = request.result;
        database.onclose = closed;
        // A newer release in another tab wants to upgrade: holding on would block it.
        database.onversionchange = () => {
          database.close();
          closed();
        };
        resolve(database);
      };
    } catch (error) {
      fail(error);
    }
  });
}

function transact<T>(database: IDBDatabase, work: (t: Transaction) => Promise<T>, options: Mode): Promise<T> {
  let transaction: IDBTransaction;
  try {
    const { mode, ...durability } = options;
    transaction = database.transaction(storeNames, mode, durability);
  } catch (error) {
    return Promise.reject(new ConnectionClosed(error));
  }
  return new Promise<T>((resolve, reject) => {
    let result: { value: T } | undefined;
    let thrown: unknown;
    transaction.oncomplete = () => (result ? resolve(result.value) : reject(thrown ?? new StorageError(undefined)));
    transaction.onabort = () => reject(thrown ?? new StorageError(transaction.error));
    work(stores(transaction)).then(
      (value) => {
        result = { value };
      },
      (error: unknown) => {
        thrown = error instanceof DOMException ? new StorageError(error) : error;
        abort(transaction);
      },
    );
  });
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself: its own events tell.
  }
}

function stores(transaction: IDBTransaction): Transaction {
  return {
    get: (store, key) => settled(transaction.objectStore(store).get(key)),
    all: (store) => settled(transaction.objectStore(store).getAll()),
    log: (after, count, owner) => {
      const store = transaction.objectStore('log');
      if (owner === null) return settled(store.getAll(IDBKeyRange.lowerBound(after, true), count));
      const { baseUrl, userId } = owner;
      // In the order of keys an array comes after every text.
      const range = IDBKeyRange.bound([baseUrl, userId, after], [baseUrl, userId, []], true);
      return settled(store.index('owner').getAll(range, count));
    },
    put: async (store, record, key) => {
      await settled(transaction.objectStore(store).put(record, key));
    },
    delete: (store, key) => settled(transaction.objectStore(store).delete(key)),
    deleteNamed: (beginning) => {
      const range = IDBKeyRange.bound(beginning, `${beginning}\uffff`);
      return settled(transaction.objectStore('values').delete(range));
    },
  };
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
