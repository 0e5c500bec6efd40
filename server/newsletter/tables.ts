import { index, json, pgTable, text, timestamp, unique, uuid } from 'drizzle-orm/pg-core';
import { day, startOfToday, today } from './days.ts';
import type { IssueItem } from './issue.ts';

/** Those who confirmed. Nothing here leads to an install. */
export const subscribers = pgTable('subscribers', {
  id: uuid('id').primaryKey().defaultRandom(),
  /** As it was typed; mails go there. */
  email: text('email').notNull(),
  /** The address in lower case: by it the same person is subscribed once. */
  address: text('address').notNull().unique(),
  name: text('name'),
  confirmedOn: day('confirmed_on').notNull().default(today),
});

/** Sign-ups as they came. Once confirmed, address and name move to the subscriber, and id and hashes stay. */
export const signUps = pgTable(
  'sign_ups',
  {
    id: uuid('id').primaryKey(),
    withdrawHash: text('withdraw_hash').notNull(),
    bodyHash: text('body_hash').notNull(),
    receivedOn: day('received_on').notNull(),
    /** Null once confirmed. */
    email: text('email'),
    name: text('name'),
    /** Null until confirmed. */
    subscriberId: uuid('subscriber_id').references(() => subscribers.id, { onDelete: 'cascade' }),
  },
  (table) => [index('sign_ups_by_subscriber').on(table.subscriberId)],
);

/** SHA-256 of what stands in the links of confirmation mails. */
export const confirmationTokens = pgTable(
  'confirmation_tokens',
  {
    hash: text('hash').primaryKey(),
    signUpId: uuid('sign_up_id')
      .notNull()
      .references(() => signUps.id, { onDelete: 'cascade' }),
  },
  (table) => [index('confirmation_tokens_by_sign_up').on(table.signUpId)],
);

/** SHA-256 of what stands in the unsubscribe links; each mail has its own. */
export const unsubscribeTokens = pgTable(
  'unsubscribe_tokens',
  {
    hash: text('hash').primaryKey(),
    subscriberId: uuid('subscriber_id')
      .notNull()
      .references(() => subscribers.id, { onDelete: 'cascade' }),
    madeOn: day('made_on').notNull().default(today),
  },
  (table) => [index('unsubscribe_tokens_by_subscriber').on(table.subscriberId)],
);

/** Issues of the newsletter, as they were sent. */
export const issues = pgTable('newsletter_issues', {
  id: uuid('id').primaryKey().defaultRandom(),
  /** The ids of its news items, sorted, one a line: the same items make no second issue. */
  itemIds: text('item_ids').notNull().unique(),
  subject: text('subject').notNull(),
  items: json('items').$type<IssueItem[]>().notNull(),
  madeAt: timestamp('made_at', { withTimezone: true, precision: 3 }).notNull().defaultNow(),
});

/**
 * The outbox of mails: for a sign-up its confirmation, or for a subscriber an issue. Address and text are put together
 * when it is sent, so that nothing goes to one who withdrew, and no token is stored.
 */
export const mails = pgTable(
  'mails',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    signUpId: uuid('sign_up_id').references(() => signUps.id, { onDelete: 'cascade' }),
    subscriberId: uuid('subscriber_id').references(() => subscribers.id, { onDelete: 'cascade' }),
    issueId: uuid('issue_id').references(() => issues.id, { onDelete: 'cascade' }),
    madeOn: day('made_on').notNull().default(today),
    /**
     * The beginning of the day it was made, or settled. Put off, all are due at the next of the same marks, and no tries are
     * counted: neither tells when a sign-up came.
     */
    dueAt: timestamp('due_at', { withTimezone: true }).notNull().default(startOfToday),
    /** Until then it belongs to the process that took it; null whenever it is not being sent. */
    leasedUntil: timestamp('leased_until', { withTimezone: true }),
    /** When a mail server took it, as far as is known, or it was given up: one of the two ends its way. */
    sentOn: day('sent_on'),
    failedOn: day('failed_on'),
  },
  (table) => [
    unique('mails_once_for_a_sign_up').on(table.signUpId),
    unique('mails_once_for_a_subscriber').on(table.issueId, table.subscriberId),
    index('mails_by_due_time').on(table.dueAt),
    index('mails_by_subscriber').on(table.subscriberId),
  ],
);
