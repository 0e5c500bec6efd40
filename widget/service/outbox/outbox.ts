import type { DeliveredMessage, Service, Typed, WaitingMessage } from '../../contract/calls.ts';
import { failure, success } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import type { Page } from '../../contract/page.ts';
import { mayRead, ownerOf, readPage } from '../owner.ts';
import type { Transaction } from '../storage/database.ts';
import { draftKey, loadDraft, saveDraft } from '../submissions/draft.ts';
import { isTurn, takeTurn } from '../submissions/turns.ts';
import type { PageReader, Surroundings } from '../surroundings.ts';
import { loadAllDelivered } from './deliveredItem.ts';
import { resume, retryAll } from './delivery.ts';
import type { Lease } from './lease.ts';
import { liveLease } from './lease.ts';
import type { OutboxItem } from './outboxItem.ts';
import { loadItem, loadItems, writtenIn } from './outboxItem.ts';

/** What was sent off: how it stands, and what its writer can still do. Everybody's is sent, each sees their own. */
export function outboxHandlers(
  surroundings: Surroundings,
  read: PageReader,
): Pick<Service, 'outbox' | 'retry' | 'written' | 'edit' | 'discard' | 'clearDelivered'> {
  const { database, clock } = surroundings;

  /** A message that may be shown to whoever asks. */
  async function load(transaction: Transaction, page: Page | null, id: string) {
    const item = await loadItem(transaction, id);
    return item && mayRead(surroundings, page, item.owner) ? item : undefined;
  }

  return {
    async outbox() {
      const page = await readPage(read);
      return database.read(async (transaction) => {
        const lease = await liveLease(transaction, clock);
        const now = clock.now();
        const waiting: WaitingMessage[] = [];
        for (const item of await loadItems(transaction)) {
          if (mayRead(surroundings, page, item.owner)) waiting.push(stateOf(item, lease));
        }
        const delivered: DeliveredMessage[] = [];
        for (const { id, feature, excerpt, receipt, deliveredAt, owner } of await loadAllDelivered(transaction)) {
          if (now - deliveredAt > limits.receiptAge || !mayRead(surroundings, page, owner)) continue;
          delivered.push({ id, feature, excerpt, receipt, deliveredAt });
        }
        waiting.sort((a, b) => b.createdAt - a.createdAt);
        delivered.sort((a, b) => b.deliveredAt - a.deliveredAt);
        return success({ waiting, delivered });
      });
    },

    async retry() {
      void retryAll(surroundings);
      return success({});
    },

    async written({ id }) {
      const page = await readPage(read);
      const item = await database.read((transaction) => load(transaction, page, id));
      const typed = item && writtenIn(item);
      return typed ? success(typed) : failure('gone');
    },

    async edit({ id }) {
      const turn = takeTurn();
      const page = await readPage(read);
      if (page === null) return failure('no-crm');
      return database.writeDurably(async (transaction) => {
        const item = await load(transaction, page, id);
        const typed = item?.refused && writtenIn(item);
        if (!typed) return failure('gone');
        const key = draftKey(ownerOf(page), item.feature);
        const draft = await loadDraft(transaction, key);
        if (isBegun(draft.typed)) return failure('draft-in-the-way');
        // From here on, a save of the empty form that is still on its way would wipe the text out.
        isTurn(key, turn);
        // The hub may have it, whatever was answered on the way: as the same message it does not arrive twice. Only an id
        // under which the hub has another message is of no use any more.
        const { secret } = item;
        const identity = item.failure === 'conflict' ? null : { id, secret };
        await saveDraft(transaction, { ...draft, typed, identity, prepared: null });
        await transaction.delete('outbox', id);
        return success({ feature: item.feature });
      });
    },

    async discard({ id }) {
      const page = await readPage(read);
      // Durably: it was said that it is gone, and it would be sent if it came back.
      const discarded = await database.writeDurably(async (transaction) => {
        if (!(await load(transaction, page, id))) return failure('gone');
        await transaction.delete('outbox', id);
        return success({});
      });
      void resume(surroundings);
      return discarded;
    },

    async clearDelivered() {
      const page = await readPage(read);
      return database.write(async (transaction) => {
        for (const { id, owner } of await loadAllDelivered(transaction)) {
          if (mayRead(surroundings, page, owner)) await transaction.delete('delivered', id);
        }
        return success({});
      });
    },
  };
}

/** Whether words would be lost if the form were filled anew. An address, or a choice from a list, is none. */
function isBegun({ text, title, happened, expected, screenshot, name }: Typed): boolean {
  return [text, title, happened, expected, screenshot, name].some((words) => words?.trim());
}

function stateOf(item: OutboxItem, lease: Lease | undefined): WaitingMessage {
  const { id, feature, excerpt, createdAt, attempts, failure, detail } = item;
  const state = item.refused ? 'refused' : lease?.item === id ? 'sending' : 'waiting';
  const nextAttemptAt = state === 'waiting' ? item.nextAttemptAt : null;
  return { id, feature, excerpt, createdAt, state, attempts, nextAttemptAt, failure, detail };
}
