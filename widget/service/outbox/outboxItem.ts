import * as z from 'zod/mini';
import type { Typed } from '../../contract/calls.ts';
import { uuid } from '../../contract/envelope.ts';
import { failureCodes } from '../../contract/failure.ts';
import { orElse } from '../../contract/orElse.ts';
import { submissionFeatures } from '../../contract/policy.ts';
import { ownerRecord } from '../owner.ts';
import { parse, parseAll, parseJson } from '../parse.ts';
import type { Transaction } from '../storage/database.ts';
import { typedRecord } from '../submissions/typed.ts';

const text = orElse(z.string(), '');
const count = orElse(z.number(), 0);
const owner = orElse(z.nullable(ownerRecord), null);

// Only without what is sent, and where to, is an item of no use; all else can be done without.
const outboxItem = z.object({
  id: uuid,
  feature: z.enum(submissionFeatures),
  /** Where it was sent off to: a hub that is set later does not get it. */
  hub: z.string(),
  /** The exact string that was previewed. */
  body: z.string(),
  secret: text,
  excerpt: text,
  owner,
  createdAt: count,
  attempts: count,
  nextAttemptAt: count,
  /** Why the last attempt failed. */
  failure: orElse(z.nullable(z.enum(failureCodes)), null),
  detail: orElse(z.nullable(z.string()), null),
  /** Not tried again. */
  refused: orElse(z.boolean(), false),
});
export type OutboxItem = z.infer<typeof outboxItem>;

/** One message; undefined when it is not there (any more). */
export async function loadItem(transaction: Transaction, id: string): Promise<OutboxItem | undefined> {
  return parse(outboxItem, await transaction.get('outbox', id));
}

/** Every message that can be read. One that cannot stays where it is, and in nobody's way. */
export async function loadItems(transaction: Transaction): Promise<OutboxItem[]> {
  return parseAll(outboxItem, await transaction.all('outbox'));
}

export function saveItem(transaction: Transaction, item: OutboxItem): Promise<void> {
  return transaction.put('outbox', item);
}

// Not the envelope: what a person wrote must be legible though a later release would not take it as a message any more.
const written = z.object({ fields: typedRecord });

/** What was typed into a message; undefined when it is illegible. */
export function writtenIn({ body }: OutboxItem): Typed | undefined {
  return parseJson(written, body)?.fields;
}
