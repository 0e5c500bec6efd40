import { sql } from 'drizzle-orm';
import { date } from 'drizzle-orm/pg-core';

/** The day in UTC on which a statement runs. */
export const today = sql`(now() at time zone 'utc')::date`;

/** The beginning of that day. */
export const startOfToday = sql`date_trunc('day', now(), 'utc')`;

/**
 * A day in UTC, and no time of it: what an install sends is stored to the millisecond, and a sign-up that came at the same
 * moment could be told to be the same person's. Counted from its beginning, what is kept for some days is deleted up to a
 * day too early, and never too late.
 */
export function day(name: string) {
  return date(name, { mode: 'date' });
}
