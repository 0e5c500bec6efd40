import { pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Messages that were here, or came too late, and were withdrawn: all that the hub keeps of them. */
export const withdrawn = pgTable('withdrawn', {
  id: uuid('id').primaryKey(),
  withdrawnAt: timestamp('withdrawn_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
});

/**
 * Withdrawals that came before their message. The hash belongs to the key: a message is held back only when it brings the
 * hash of a secret that was told, so that nobody can block an id by withdrawing it first.
 */
export const announced = pgTable(
  'announced_withdrawals',
  {
    id: uuid('id').notNull(),
    withdrawHash: text('withdraw_hash').notNull(),
    announcedAt: timestamp('announced_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.id, table.withdrawHash] })],
);
