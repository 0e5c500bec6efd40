import { eq } from 'drizzle-orm';
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
  const [submission] = await tx
    .select(columnsOf(submissions, submissions.receivedAt))
    .from(submissions)
    .where(eq(submissions.id, id));
  if (submission) return submission;
  const [signUp] = await tx.select(columnsOf(signUps, signUps.receivedOn)).from(signUps).where(eq(signUps.id, id));
  return signUp;
}

function columnsOf<C>({ bodyHash, withdrawHash }: typeof submissions | typeof signUps, receivedAt: C) {
  return { bodyHash, withdrawHash, receivedAt };
}
