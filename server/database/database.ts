import { fileURLToPath } from 'node:url';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';

/** The database as the rest of the hub sees it: the same for PGlite and PostgreSQL. */
export type Db = PgDatabase<PgQueryResultHKT>;

/** An open database with its migrations run. */
export interface Database {
  readonly db: Db;
  /** Takes what is deleted out of the database's files, as far as a client of it can: see docs/hub.md. */
  erase(): Promise<void>;
  close(): Promise<void>;
}

export const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));
