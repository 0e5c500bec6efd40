import { eq } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { withdrawn } from '../withdrawals/tables.ts';
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
