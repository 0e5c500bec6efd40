import { index, integer, json, pgTable, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/**
 * Feedback and reports. Nothing here is about the connection they came over. `id` is the client's own: being unique, it
 * makes delivery exactly-once.
 */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid('id').primaryKey(),
    feature: text('feature').notNull(),
    /** Version of the envelope. */
    schema: integer('schema').notNull(),
    /** Version of the policy table that the person saw. */
    policy: integer('policy').notNull(),
    /** SHA-256, in hexadecimal digits, of the secret with which the sender can withdraw it. */
    withdrawHash: text('withdraw_hash').notNull(),
    /** SHA-256, in hexadecimal digits, of the bytes as they came. */
    bodyHash: text('body_hash').notNull(),
    // json and not jsonb: jsonb refuses the character U+0000, which a person may have pasted.
    fields: json('fields').$type<Record<string, string>>().notNull(),
    receivedAt: timestamp('received_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [index('submissions_by_time').on(table.receivedAt, table.id)],
);
