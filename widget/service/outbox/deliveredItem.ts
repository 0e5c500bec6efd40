import * as z from 'zod/mini';
import { sha256Hex, uuid } from '../../contract/envelope.ts';
import { orElse } from '../../contract/orElse.ts';
import { submissionFeatures } from '../../contract/policy.ts';
import type { Receipt } from '../../contract/routes.ts';
import { receipt } from '../../contract/routes.ts';
import { ownerRecord } from '../owner.ts';
import { parse, parseAll } from '../parse.ts';
import type { Transaction } from '../storage/database.ts';
import { sha256 } from '../submissions/sha256.ts';
import type { OutboxItem } from './outboxItem.ts';
import { loadItem } from './outboxItem.ts';

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
  digest: sha256Hex,
  deliveredAt: z.number(),
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

/** Takes a message out of the outbox, for its receipt. */
export async function exchange(
  transaction: Transaction,
  item: OutboxItem,
  receipt: Receipt,
  now: number,
): Promise<void> {
  const { id, feature, excerpt, hub, secret, owner } = item;
  const digest = sha256(item.body);
  const delivered: DeliveredItem = { id, feature, excerpt, receipt, hub, secret, owner, digest, deliveredAt: now };
  await transaction.put('delivered', delivered);
  // What was taken back and changed waits under the same id.
  if ((await loadItem(transaction, id))?.body === item.body) await transaction.delete('outbox', id);
}
