import * as z from 'zod/mini';
import { settings } from '../../contract/settings.ts';
import type { OutboxItem } from '../outbox/outboxItem.ts';
import { loadItems } from '../outbox/outboxItem.ts';
import { loadAllWithdrawn, saveWithdrawn } from '../outbox/withdrawnItem.ts';
import { ownerKey, ownerRecord } from '../owner.ts';
import { parseAll } from '../parse.ts';
import type { StoreName, Transaction } from '../storage/database.ts';
import {
  catalogueName,
  derivedKeyName,
  dismissedName,
  enteredName,
  installKeyName,
  newsReadName,
  newsSeenName,
  settingName,
} from '../storage/valueNames.ts';
import type { Scope } from './scope.ts';
import { holdsUp, isWithin, loadForgetting, saveForgetting } from './scope.ts';

/** Their records are found by `key`, and those of the log refer to a `body`. */
const stores: readonly StoreName[] = ['log', 'agreements'];

const record = z.object({
  owner: ownerRecord,
  key: z.optional(z.string()),
  body: z.optional(z.nullable(z.string())),
});

/**
 * Clears what this browser knows of the installs that are to be forgotten, as soon as no withdrawal of theirs waits. A
 * receipt that is there by then is of a message sent since, which its writer may still want to withdraw.
 */
export async function clearForgotten(transaction: Transaction): Promise<void> {
  const scopes = await loadForgetting(transaction);
  if (scopes.length === 0) return;
  const items = await loadItems(transaction);
  const waits = (scope: Scope) => items.some((item) => holdsUp(scope, item));
  for (const scope of scopes) if (!waits(scope)) await clear(transaction, scope, items);
  await saveForgetting(transaction, scopes.filter(waits));
}

async function clear(transaction: Transaction, scope: Scope, items: readonly OutboxItem[]): Promise<void> {
  // Withdrawals that the person gave up, or they would wait. Of what they were to take back, nothing stays here either.
  for (const { id, kind, owner } of items)
    if (kind === 'withdrawal' && isWithin(scope, owner)) {
      await transaction.delete('outbox', id);
      await transaction.delete('delivered', id);
    }
  // Their numbers stay, of nobody: a receipt that comes late would bring the message back.
  for (const item of await loadAllWithdrawn(transaction))
    if (isWithin(scope, item.owner))
      await saveWithdrawn(transaction, { ...item, excerpt: '', listed: false, owner: null });
  for (const store of stores) {
    for (const { owner, body, key } of parseAll(record, await transaction.all(store))) {
      if (key === undefined || !isWithin(scope, owner)) continue;
      await transaction.delete(store, key);
      if (body) await transaction.delete('bodies', body);
    }
  }
  const { baseUrl, userId } = scope;
  const reader = userId === null ? null : ownerKey({ baseUrl, userId });
  const names = [installKeyName(baseUrl), catalogueName(baseUrl), enteredName(baseUrl, reader ?? 'self')];
  if (reader) {
    names.push(dismissedName(reader), newsSeenName(reader), newsReadName(reader));
    for (const setting of Object.keys(settings.shape)) names.push(settingName(setting, reader));
  }
  for (const name of names) await transaction.delete('values', name);
  await transaction.deleteNamed(derivedKeyName(baseUrl, ''));
}
