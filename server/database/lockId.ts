import { sql } from 'drizzle-orm';
import type { Db } from './database.ts';

/** Lets one transaction at a time, of all hub processes, deal with a message: whether or not there is a row to lock yet. */
export async function lockId(tx: Db, id: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
}
