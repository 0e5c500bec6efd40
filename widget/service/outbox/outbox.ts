import type { Service, WaitingMessage } from '../../contract/calls.ts';
import { success } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import { mayRead, readPage } from '../owner.ts';
import type { Owner, PageReader, Surroundings } from '../surroundings.ts';
import type { DeliveredItem } from './deliveredItem.ts';
import { loadAllDelivered } from './deliveredItem.ts';
import { makeDue, resume } from './delivery.ts';
import type { Lease } from './lease.ts';
import { liveLease } from './lease.ts';
import type { OutboxItem } from './outboxItem.ts';
import { leaseName, loadItems } from './outboxItem.ts';
import { loadAllWithdrawn } from './withdrawnItem.ts';

/** What was sent off, and how it stands. Everybody's is sent, each sees their own. */
export function outboxHandlers(surroundings: Surroundings, read: PageReader): Pick<Service, 'outbox' | 'retry'> {
  const { database, clock } = surroundings;
  return {
    async outbox() {
      const page = await readPage(read);
      const mine = ({ owner }: { owner: Owner | null }) => mayRead(surroundings, page, owner);
      return database.read(async (transaction) => {
        const lease = await liveLease(transaction, clock);
        const now = clock.now();
        const fresh = (time: number) => now - time <= limits.receiptAge;
        const items = (await loadItems(transaction)).filter((item) => mine(item) && item.listed);
        const waiting = items.map((item) => stateOf(item, lease));
        const takenBack = (item: DeliveredItem) =>
          items.some(({ id, kind }) => kind === 'withdrawal' && id === item.id);
        const delivered = (await loadAllDelivered(transaction)).filter(
          (item) =>
            mine(item) &&
            // A sign-up stays listed: where it is no CRM's, nothing else withdraws it once the log is deleted.
            ((item.listed && fresh(item.deliveredAt)) || item.feature === 'newsletter') &&
            !takenBack(item),
        );
        const withdrawn = (await loadAllWithdrawn(transaction)).filter(
          (item) => mine(item) && item.listed && fresh(item.withdrawnAt),
        );
        waiting.sort((a, b) => b.createdAt - a.createdAt);
        delivered.sort((a, b) => b.deliveredAt - a.deliveredAt);
        withdrawn.sort((a, b) => b.withdrawnAt - a.withdrawnAt);
        return success({ waiting, delivered, withdrawn });
      });
    },

    async retry() {
      await makeDue(surroundings, () => true);
      void resume(surroundings);
      return success({});
    },
  };
}

function stateOf(item: OutboxItem, lease: Lease | undefined): WaitingMessage {
  const { id, kind, feature, excerpt, createdAt, attempts, failure, detail } = item;
  const state = item.refused ? 'refused' : lease?.item === leaseName(item) ? 'sending' : 'waiting';
  const nextAttemptAt = state === 'waiting' ? item.nextAttemptAt : null;
  return { id, kind, feature, excerpt, createdAt, state, attempts, nextAttemptAt, failure, detail };
}
