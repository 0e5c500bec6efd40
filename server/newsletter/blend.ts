import { gte, inArray, sql } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { confirmationTokens, mails, signUps, subscribers } from './tables.ts';

/**
 * Takes from recent sign-ups what tells their moment without a column for it: PostgreSQL numbers all transactions in order,
 * and each row bears the number of its own (`xmin`), so a sign-up's could lie just beside that of an install's message.
 * Written once more, all of them bear the number of this one.
 */
export function blend(db: Db): Promise<void> {
  const yesterday = sql`(now() at time zone 'utc')::date - 1`;
  return db.transaction(async (tx) => {
    const recent = tx.select({ id: signUps.id }).from(signUps).where(gte(signUps.receivedOn, yesterday));
    // Whatever else writes to these tables begins with the sign-ups, so nobody waits for this who holds what it needs.
    await tx.execute(sql`lock table ${signUps} in exclusive mode`);
    await tx
      .update(signUps)
      .set({ receivedOn: sql`${signUps.receivedOn}` })
      .where(gte(signUps.receivedOn, yesterday));
    await tx
      .update(confirmationTokens)
      .set({ signUpId: sql`${confirmationTokens.signUpId}` })
      .where(inArray(confirmationTokens.signUpId, recent));
    await tx
      .update(subscribers)
      .set({ confirmedOn: sql`${subscribers.confirmedOn}` })
      .where(gte(subscribers.confirmedOn, yesterday));
    await tx
      .update(mails)
      .set({ madeOn: sql`${mails.madeOn}` })
      .where(gte(mails.madeOn, yesterday));
  });
}
