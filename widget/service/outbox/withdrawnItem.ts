import * as z from 'zod/mini';
import { uuid } from '../../contract/envelope.ts';
import { orElse } from '../../contract/orElse.ts';
import { submissionFeatures } from '../../contract/policy.ts';
import { ownerRecord } from '../owner.ts';
import { parse, parseAll } from '../parse.ts';
import type { Transaction } from '../storage/database.ts';
import type { OutboxItem } from './outboxItem.ts';

/** What is kept of a message of which the hub keeps nothing any more. */
const withdrawnItem = z.object({
  id: uuid,
  feature: z.enum(submissionFeatures),
  excerpt: orElse(z.string(), ''),
  owner: orElse(z.nullable(ownerRecord), null),
  withdrawnAt: z.number(),
  /** Not once the person cleared the list. It is kept without its excerpt, so that no late receipt brings the message back. */
  listed: orElse(z.boolean(), true),
});
export type WithdrawnItem = z.infer<typeof withdrawnItem>;

/** One of them; undefined when that message was not withdrawn. */
export async function loadWithdrawn(transaction: Transaction, id: string): Promise<WithdrawnItem | undefined> {
  return parse(withdrawnItem, await transaction.get('withdrawn', id));
}

/** Every one that can be read. */
export async function loadAllWithdrawn(transaction: Transaction): Promise<WithdrawnItem[]> {
  return parseAll(withdrawnItem, await transaction.all('withdrawn'));
}

export function saveWithdrawn(transaction: Transaction, item: WithdrawnItem): Promise<void> {
  return transaction.put('withdrawn', item);
}

/** Takes a message out of outbox and receipts: the hub has said that it is withdrawn. */
export async function noteWithdrawn(transaction: Transaction, item: OutboxItem, now: number): Promise<void> {
  const { id, feature, excerpt, owner } = item;
  await saveWithdrawn(transaction, { id, feature, excerpt, owner, withdrawnAt: now, listed: true });
  await transaction.delete('outbox', id);
  await transaction.delete('delivered', id);
}
