import { eq } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { removeSubscriber, removeUnconfirmed } from './remove.ts';
import { subscribers, unsubscribeTokens } from './tables.ts';
import { hashOf } from './token.ts';

/** Whether an unsubscribe link leads to a subscriber. */
export async function canUnsubscribe(db: Db, token: string): Promise<boolean> {
  return (await subscriberOf(db, token)) !== undefined;
}

/**
 * Deletes the subscriber whose mail held the link, and whatever else waits for a confirmation from that address, which is
 * the presser's own. False when there is none, any more.
 */
export function unsubscribe(db: Db, token: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const subscriber = await subscriberOf(tx, token);
    if (subscriber === undefined) return false;
    await removeUnconfirmed(tx, subscriber.address);
    await removeSubscriber(tx, subscriber.id);
    return true;
  });
}

async function subscriberOf(db: Db, token: string) {
  const [found] = await db
    .select({ id: subscribers.id, address: subscribers.address })
    .from(unsubscribeTokens)
    .innerJoin(subscribers, eq(subscribers.id, unsubscribeTokens.subscriberId))
    .where(eq(unsubscribeTokens.hash, hashOf(token)));
  return found;
}
