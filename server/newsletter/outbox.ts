import { and, asc, eq, inArray, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { startOfToday, today } from './days.ts';
import { mails } from './tables.ts';

/** A mail that this process alone may send, for as long as it renews its lease. */
export type ClaimedMail = Pick<typeof mails.$inferSelect, 'id' | 'signUpId' | 'subscriberId' | 'issueId' | 'attempts'>;

/** Times are the database's, in milliseconds: the clocks of several processes may differ. */
function fromNow(milliseconds: number) {
  return sql`now() + ${milliseconds} * interval '1 millisecond'`;
}

/** Takes the mail that has been due for longest; undefined when none is. */
export async function claimMail(db: Db, lease: number): Promise<ClaimedMail | undefined> {
  const due = db
    .select({ id: mails.id })
    .from(mails)
    .where(
      and(
        isNull(mails.sentOn),
        isNull(mails.failedOn),
        lte(mails.dueAt, sql`now()`),
        or(isNull(mails.leasedUntil), lt(mails.leasedUntil, sql`now()`)),
      ),
    )
    .orderBy(asc(mails.dueAt))
    .limit(1)
    .for('update', { skipLocked: true });
  const { id, signUpId, subscriberId, issueId, attempts } = mails;
  const [claimed] = await db
    .update(mails)
    .set({ leasedUntil: fromNow(lease), attempts: sql`${mails.attempts} + 1` })
    .where(inArray(mails.id, due))
    .returning({ id, signUpId, subscriberId, issueId, attempts });
  return claimed;
}

/** Of a mail that is not marked yet. */
export async function renewLease(db: Db, id: string, lease: number): Promise<void> {
  await db
    .update(mails)
    .set({ leasedUntil: fromNow(lease) })
    .where(and(eq(mails.id, id), isNull(mails.sentOn), isNull(mails.failedOn)));
}

/** A mail server is about to take it. */
export async function markSent(db: Db, id: string): Promise<void> {
  await db.update(mails).set({ sentOn: today, dueAt: startOfToday, leasedUntil: null }).where(eq(mails.id, id));
}

/** It was not taken, and never will be. */
export async function markFailed(db: Db, id: string): Promise<void> {
  await db
    .update(mails)
    .set({ sentOn: null, failedOn: today, dueAt: startOfToday, leasedUntil: null })
    .where(eq(mails.id, id));
}

/** It was not taken: to be tried again after so many milliseconds. */
export async function postpone(db: Db, id: string, milliseconds: number): Promise<void> {
  await db
    .update(mails)
    .set({ sentOn: null, dueAt: fromNow(milliseconds), leasedUntil: null })
    .where(eq(mails.id, id));
}
