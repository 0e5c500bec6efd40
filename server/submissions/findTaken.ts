import { eq } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/pg-core';
import type { Db } from '../database/database.ts';
import { signUps } from '../newsletter/tables.ts';
import { submissions } from './tables.ts';

/** What is known of a message of whatever kind that was taken before: they share their ids. */
export interface Taken {
  readonly bodyHash: string;
  readonly withdrawHash: string;
  readonly receivedAt: Date;
}

/** The message under this id; undefined when there is none. */
export async function findTaken(tx: Db, id: string): Promise<Taken | undefined> {
  const [taken] = await unionAll(
    tx.select(columnsOf(submissions)).from(submissions).where(eq(submissions.id, id)),
    tx.select(columnsOf(signUps)).from(signUps).where(eq(signUps.id, id)),
  );
  return taken;
}

function columnsOf<T extends typeof submissions | typeof signUps>({ bodyHash, withdrawHash, receivedAt }: T) {
  return { bodyHash, withdrawHash, receivedAt };
}
