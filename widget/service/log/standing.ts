import type { LogEntry } from '../../contract/calls.ts';
import { loadDelivered } from '../outbox/deliveredItem.ts';
import { loadItem } from '../outbox/outboxItem.ts';
import { loadWithdrawn } from '../outbox/withdrawnItem.ts';
import type { Transaction } from '../storage/database.ts';

/** How it stands with the message of that id by now; null when nothing is known of it. */
export async function standingOf(transaction: Transaction, id: string | null): Promise<LogEntry['standing']> {
  if (id === null) return null;
  if (await loadWithdrawn(transaction, id)) return 'withdrawn';
  const item = await loadItem(transaction, id);
  if (item?.kind === 'withdrawal') return item.refused ? 'not-withdrawn' : 'withdrawing';
  if (item) return item.refused ? 'refused' : 'waiting';
  return (await loadDelivered(transaction, id)) ? 'delivered' : null;
}
