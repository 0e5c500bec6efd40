import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../database/database.ts';
import { startOfToday, today } from './days.ts';
import { mails } from './tables.ts';

/** A mail that this process alone may send, for as long as it renews its lease. */
export type ClaimedMail = Pick<typeof mails.$inferSelect, 'id' | 'signUpId' | 'subscriberId' | 'issueId' | 'madeOn'>;

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
  const { id, signUpId, subscriberId, issueId, madeOn } = mails;
  const [claimed] = await db
    .update(mails)
    .set({ leasedUntil: fromNow(lease) })
    .where(inArray(mails.id, due))
    .returning({ id, signUpId, subscriberId, issueId, madeOn });
  return claimed;
}

/** Of a mail under way. Once it is marked or put off, a renewal that comes late leaves no time behind. */
export async function renewLease(db: Db, id: string, lease: number): Promise<void> {
  await db
    .update(mails)
    .set({ leasedUntil: fromNow(lease) })
    .where(and(eq(mails.id, id), isNotNull(mails.leasedUntil)));
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

/** It was not taken: to be tried again at the next whole multiple of so many milliseconds, with all others that wait. */
export async function postpone(db: Db, id: string, retryInterval: number): Promise<void> {
  const next = sql`to_timestamp((floor(extract(epoch from now()) * 1000 / ${retryInterval}) + 1) * ${retryInterval} / 1000)`;
  await db.update(mails).set({ sentOn: null, dueAt: next, leasedUntil: null }).where(eq(mails.id, id));
}
