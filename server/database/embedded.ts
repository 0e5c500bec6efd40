import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { SetupError } from '../setupError.ts';
import type { Database } from './database.ts';
import { migrationsFolder } from './database.ts';
import { makeErase } from './erase.ts';
import { removeOrphans } from './orphans.ts';

/**
 * Settings of the write-ahead log. Its files are deleted, not kept for later with what they hold, and a table that is written
 * anew is not written there as well.
 */
const WAL = ['-c', 'wal_recycle=off', '-c', 'wal_level=minimal', '-c', 'max_wal_senders=0'];

/** Where in the data folder the embedded database lies. */
export function embeddedPath(dataDir: string): string {
  return join(dataDir, 'database');
}

/**
 * Opens the embedded database and brings it up to date. The caller holds the folder. What is committed survives the end of
 * the process in any way; a power cut it may not, for PGlite never waits for the disk: for that there is PostgreSQL.
 */
export async function openEmbedded(dataDir: string): Promise<Database> {
  try {
    const folder = embeddedPath(dataDir);
    const client = await PGlite.create(folder, { startParams: [...PGlite.defaultStartParams, ...WAL] });
    await removeOrphans(client, folder);
    const db = drizzle({ client });
    await migrate(db, { migrationsFolder });
    return { db, erase: makeErase(client), close: () => client.close() };
  } catch (error) {
    throw new SetupError(`The embedded database in ${dataDir} (DATA_DIR) cannot be opened: ${String(error)}`);
  }
}
