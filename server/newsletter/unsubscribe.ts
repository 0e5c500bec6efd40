import { eq } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { removeSubscriber } from './remove.ts';
import { unsubscribeTokens } from './tables.ts';
import { hashOf } from './token.ts';

/** Whether an unsubscribe link leads to a subscriber. */
export async function canUnsubscribe(db: Db, token: string): Promise<boolean> {
  return (await subscriberOf(db, token)) !== undefined;
}

/** Deletes the subscriber whose mail held the link. False when there is none, any more. */
export function unsubscribe(db: Db, token: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const id = await subscriberOf(tx, token);
    if (id === undefined) return false;
    await removeSubscriber(tx, id);
    return true;
  });
}

async function subscriberOf(db: Db, token: string): Promise<string | undefined> {
  const [found] = await db
    .select({ id: unsubscribeTokens.subscriberId })
    .from(unsubscribeTokens)
    .where(eq(unsubscribeTokens.hash, hashOf(token)));
  return found?.id;
}
