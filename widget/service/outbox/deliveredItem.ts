import * as z from 'zod/mini';
import { uuid } from '../../contract/envelope.ts';
import { orElse } from '../../contract/orElse.ts';
import { submissionFeatures } from '../../contract/policy.ts';
import type { Receipt } from '../../contract/routes.ts';
import { receipt } from '../../contract/routes.ts';
import { ownerRecord } from '../owner.ts';
import { parse, parseAll } from '../parse.ts';
import type { Transaction } from '../storage/database.ts';
import type { OutboxItem } from './outboxItem.ts';

/** What is kept of a message that arrived: never its text, but what it takes to recognise and to withdraw it. */
const deliveredItem = z.object({
  id: uuid,
  feature: z.enum(submissionFeatures),
  excerpt: orElse(z.string(), ''),
  receipt,
  hub: z.string(),
  secret: z.string(),
  owner: orElse(z.nullable(ownerRecord), null),
  /** SHA-256 of the string that was sent. */
  digest: orElse(z.string(), ''),
  deliveredAt: z.number(),
  /** Not once the person cleared the list. It is kept all the same, without its excerpt: it can still be withdrawn. */
  listed: orElse(z.boolean(), true),
});
export type DeliveredItem = z.infer<typeof deliveredItem>;

/** One receipt; undefined when it is not there (any more). */
export async function loadDelivered(transaction: Transaction, id: string): Promise<DeliveredItem | undefined> {
  return parse(deliveredItem, await transaction.get('delivered', id));
}

/** Every receipt that can be read. */
export async function loadAllDelivered(transaction: Transaction): Promise<DeliveredItem[]> {
  return parseAll(deliveredItem, await transaction.all('delivered'));
}

export function saveDelivered(transaction: Transaction, delivered: DeliveredItem): Promise<void> {
  return transaction.put('delivered', delivered);
}

/** Keeps the receipt of a message. */
export function keepReceipt(transaction: Transaction, item: OutboxItem, receipt: Receipt, now: number): Promise<void> {
  const { id, feature, excerpt, hub, secret, owner, digest } = item;
  const delivered = { id, feature, excerpt, receipt, hub, secret, owner, digest, deliveredAt: now, listed: true };
  return saveDelivered(transaction, delivered);
}
