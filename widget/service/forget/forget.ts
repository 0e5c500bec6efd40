import * as z from 'zod/mini';
import type { Service } from '../../contract/calls.ts';
import { failure, success } from '../../contract/failure.ts';
import { submissionFeatures } from '../../contract/policy.ts';
import { loadAllDelivered } from '../outbox/deliveredItem.ts';
import { resume } from '../outbox/delivery.ts';
import { loadItem, loadItems } from '../outbox/outboxItem.ts';
import { promiseDelivery, takeBack } from '../outbox/takeBack.ts';
import { ownerKey, ownerOf, readPage } from '../owner.ts';
import { parseAll } from '../parse.ts';
import type { Transaction } from '../storage/database.ts';
import { draftKey, pictureKey } from '../submissions/draft.ts';
import { claimTurn, takeTurn } from '../submissions/turns.ts';
import type { Owner, PageReader, Surroundings } from '../surroundings.ts';
import { clearForgotten } from './clearForgotten.ts';
import type { Scope } from './scope.ts';
import { holdsUp, isWithin, loadForgetting, saveForgetting, scopeOf } from './scope.ts';

const keyed = z.object({ key: z.string() });

/** "Forget this install": takes back all that was sent for it, and then clears what this browser knows of it. */
export function forgetHandlers(surroundings: Surroundings, read: PageReader): Pick<Service, 'forget' | 'forgetting'> {
  const { database } = surroundings;
  return {
    async forget() {
      const turn = takeTurn();
      const page = await readPage(read);
      if (page === null) return failure('no-crm');
      const scope = scopeOf(surroundings, page);
      await promiseDelivery(surroundings);
      await database.writeDurably(async (transaction) => {
        await takeAllBack(transaction, surroundings, scope);
        await deleteDrafts(transaction, scope, ownerOf(page), turn);
        await saveForgetting(transaction, [...(await othersThan(transaction, scope)), scope]);
        await clearForgotten(transaction);
      });
      void resume(surroundings);
      return success({});
    },

    async forgetting() {
      const page = await readPage(read);
      if (page === null) return success({ waiting: null });
      const scope = scopeOf(surroundings, page);
      return database.read(async (transaction) => {
        const wanted = (await loadForgetting(transaction)).some((each) => isSame(each, scope));
        const waiting = (await loadItems(transaction)).filter((item) => holdsUp(scope, item));
        return success({ waiting: wanted ? waiting.length : null });
      });
    },
  };
}

function isSame(one: Scope, other: Scope): boolean {
  return one.baseUrl === other.baseUrl && one.userId === other.userId;
}

async function othersThan(transaction: Transaction, scope: Scope): Promise<Scope[]> {
  return (await loadForgetting(transaction)).filter((each) => !isSame(each, scope));
}

async function takeAllBack(transaction: Transaction, surroundings: Surroundings, scope: Scope): Promise<void> {
  for (const item of await loadItems(transaction)) {
    if ((item.kind === 'message' || !item.listed || item.refused) && isWithin(scope, item.owner))
      await takeBack(transaction, surroundings, item);
  }
  for (const item of await loadAllDelivered(transaction)) {
    const takenBack = (await loadItem(transaction, item.id)) !== undefined;
    if (!takenBack && isWithin(scope, item.owner)) await takeBack(transaction, surroundings, item);
  }
}

/** Deletes what is being written, by that owner and by others; what is still on its way to be stored, comes too late. */
async function deleteDrafts(
  transaction: Transaction,
  { baseUrl, userId }: Scope,
  owner: Owner,
  turn: number,
): Promise<void> {
  const mine = (key: string) =>
    userId === null ? key.includes(` [${JSON.stringify(baseUrl)},`) : key.endsWith(` ${ownerKey({ baseUrl, userId })}`);
  const stored = parseAll(keyed, await transaction.all('drafts')).map(({ key }) => key);
  const unstored = submissionFeatures.map((feature) => draftKey(owner, feature));
  for (const key of [...stored.filter(mine), ...unstored, ...unstored.map(pictureKey)]) {
    claimTurn(key, turn);
    await transaction.delete('drafts', key);
  }
}
