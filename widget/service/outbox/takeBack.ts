import type { Withdrawal } from '../../contract/envelope.ts';
import { SCHEMA_VERSION } from '../../contract/envelope.ts';
import type { Transaction } from '../storage/database.ts';
import { endIdentity } from '../submissions/draft.ts';
import type { Surroundings } from '../surroundings.ts';
import type { DeliveredItem } from './deliveredItem.ts';
import type { OutboxItem } from './outboxItem.ts';
import { saveItem } from './outboxItem.ts';

/** A worker that dies right after it promised delivery is called again this much later, in milliseconds. */
const SAFETY_WAKE = 30_000;

/** To be called before something new is put into the outbox. */
export function promiseDelivery({ wakeAt, clock }: Surroundings): Promise<void> {
  return wakeAt(clock.now() + SAFETY_WAKE);
}

/** The very string that tells the hub to forget the message. */
export function withdrawalOf({ id, secret }: Pick<OutboxItem, 'id' | 'secret'>): string {
  const withdrawal: Withdrawal = { schema: SCHEMA_VERSION, id, secret };
  return JSON.stringify(withdrawal);
}

/**
 * Takes back a message: one that has never left is deleted, in the place of any other its withdrawal waits in the outbox,
 * whether or not the message arrived. What stands in a form under its id is another message from now on. Whether it may
 * have left.
 */
export async function takeBack(
  transaction: Transaction,
  { clock, noteWaiting }: Surroundings,
  message: OutboxItem | DeliveredItem,
): Promise<boolean> {
  const { id, feature, hub, secret, excerpt, owner } = message;
  if ('draft' in message && message.draft !== null) await endIdentity(transaction, message.draft, id);
  if ('tried' in message && !message.tried) {
    await transaction.delete('outbox', id);
    return false;
  }
  noteWaiting(true);
  await saveItem(transaction, {
    id,
    kind: 'withdrawal',
    feature,
    hub,
    body: withdrawalOf(message),
    digest: '',
    secret,
    excerpt,
    owner,
    createdAt: clock.now(),
    tried: true,
    attempts: 0,
    nextAttemptAt: 0,
    failure: null,
    detail: null,
    refused: false,
    listed: true,
    draft: null,
  });
  return true;
}
