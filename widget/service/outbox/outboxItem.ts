import * as z from 'zod/mini';
import { uuid } from '../../contract/envelope.ts';
import { failureCodes } from '../../contract/failure.ts';
import { orElse } from '../../contract/orElse.ts';
import { submissionFeatures } from '../../contract/policy.ts';
import { ownerRecord } from '../owner.ts';
import { parse, parseAll } from '../parse.ts';
import type { Transaction } from '../storage/database.ts';

const text = orElse(z.string(), '');
const count = orElse(z.number(), 0);
const owner = orElse(z.nullable(ownerRecord), null);

// Only without what is sent, and where to, is an item of no use; all else can be done without.
const outboxItem = z.object({
  id: uuid,
  /** A message, or the withdrawal of one, which goes under the same id. */
  kind: orElse(z.enum(['message', 'withdrawal']), 'message'),
  feature: z.enum(submissionFeatures),
  /** Where it was sent off to: a hub that is set later does not get it. */
  hub: z.string(),
  /** The exact string that is sent; of a message the one that was previewed. */
  body: z.string(),
  /** SHA-256 of it, for a message. */
  digest: text,
  secret: text,
  excerpt: text,
  owner,
  createdAt: count,
  /** It may have left, whatever came of it; as good as so where nothing is known. */
  tried: orElse(z.boolean(), true),
  attempts: count,
  nextAttemptAt: count,
  /** Why the last attempt failed. */
  failure: orElse(z.nullable(z.enum(failureCodes)), null),
  detail: orElse(z.nullable(z.string()), null),
  /** Not tried again. */
  refused: orElse(z.boolean(), false),
  /**
   * Not once its text is back in a form, or its withdrawal was given up: it is kept all the same, without its text, because
   * the hub may have it and it can still be withdrawn.
   */
  listed: orElse(z.boolean(), true),
  /** The key of the draft that its text is back in, and that has its id until it is sent again. */
  draft: orElse(z.nullable(z.string()), null),
});
export type OutboxItem = z.infer<typeof outboxItem>;

/** What the lease calls it: a withdrawal is told apart from the message that it takes back. */
export function leaseName({ kind, id }: OutboxItem): string {
  return `${kind} ${id}`;
}

/** One message or withdrawal; undefined when it is not there (any more). */
export async function loadItem(transaction: Transaction, id: string): Promise<OutboxItem | undefined> {
  return parse(outboxItem, await transaction.get('outbox', id));
}

/** Every message and withdrawal that can be read. One that cannot stays where it is, and in nobody's way. */
export async function loadItems(transaction: Transaction): Promise<OutboxItem[]> {
  return parseAll(outboxItem, await transaction.all('outbox'));
}

export function saveItem(transaction: Transaction, item: OutboxItem): Promise<void> {
  return transaction.put('outbox', item);
}
