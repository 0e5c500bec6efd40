import { asc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { lockId } from '../database/lockId.ts';
import { withdrawn } from '../withdrawals/tables.ts';
import { addressOf } from './signUp.ts';
import { signUps, subscribers } from './tables.ts';

/** Deletes a sign-up, and the subscription if it was confirmed, with all mails that wait. */
export async function removeSignUp(tx: Db, id: string): Promise<void> {
  const [gone] = await tx.delete(signUps).where(eq(signUps.id, id)).returning({ subscriberId: signUps.subscriberId });
  if (gone?.subscriberId) await removeSubscriber(tx, gone.subscriberId);
}

/** Deletes a subscription with all that led to it: of its sign-ups the ids stay, as of whatever is withdrawn. */
export async function removeSubscriber(tx: Db, subscriberId: string): Promise<void> {
  const ids = await tx.delete(signUps).where(eq(signUps.subscriberId, subscriberId)).returning({ id: signUps.id });
  if (ids.length > 0) await tx.insert(withdrawn).values(ids).onConflictDoNothing();
  await tx.delete(subscribers).where(eq(subscribers.id, subscriberId));
}

/**
 * Withdraws the sign-ups of an address, as `addressOf` gives it, that wait to be confirmed. Each one's lock is taken first:
 * a confirmation under way ends before, and one that comes later finds nothing.
 */
export async function removeUnconfirmed(tx: Db, address: string): Promise<void> {
  const { id, email } = signUps;
  const waiting = await tx.select({ id, email }).from(signUps).where(isNotNull(email)).orderBy(asc(id));
  for (const one of waiting) {
    if (one.email === null || addressOf(one.email) !== address) continue;
    await lockId(tx, one.id);
    await removeSignUp(tx, one.id);
    await tx.insert(withdrawn).values({ id: one.id }).onConflictDoNothing();
  }
}
