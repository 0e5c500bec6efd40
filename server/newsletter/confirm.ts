import { eq, sql } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { lockId } from '../database/lockId.ts';
import { addressOf } from './signUp.ts';
import { confirmationTokens, signUps, subscribers } from './tables.ts';
import { hashOf } from './token.ts';

/** Whether a confirmation link leads to a sign-up. */
export async function canConfirm(db: Db, token: string): Promise<boolean> {
  return (await signUpOf(db, token)) !== undefined;
}

/** Makes a subscriber of the one who pressed the button, again if need be. False when the sign-up is gone. */
export function confirm(db: Db, token: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const id = await signUpOf(tx, token);
    if (id === undefined) return false;
    await lockId(tx, id);
    // The sign-up first: `blend` holds all of them, and could wait for the subscriber.
    const [signUp] = await tx.select().from(signUps).where(eq(signUps.id, id)).for('no key update');
    if (!signUp) return false;
    const { email, name } = signUp;
    if (email === null) return true;
    const [subscriber] = await tx
      .insert(subscribers)
      .values({ email, address: addressOf(email), name })
      .onConflictDoUpdate({
        target: subscribers.address,
        set: { email, name: sql`coalesce(excluded.name, ${subscribers.name})` },
      })
      .returning({ id: subscribers.id });
    await tx.update(signUps).set({ email: null, name: null, subscriberId: subscriber?.id }).where(eq(signUps.id, id));
    return true;
  });
}

async function signUpOf(db: Db, token: string): Promise<string | undefined> {
  const [found] = await db
    .select({ id: confirmationTokens.signUpId })
    .from(confirmationTokens)
    .where(eq(confirmationTokens.hash, hashOf(token)));
  return found?.id;
}
