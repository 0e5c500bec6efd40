import type { Service, Typed } from '../../contract/calls.ts';
import { failure, success } from '../../contract/failure.ts';
import type { Page } from '../../contract/page.ts';
import { clearForgotten } from '../forget/clearForgotten.ts';
import { mayRead, readPage, writerOf } from '../owner.ts';
import type { Transaction } from '../storage/database.ts';
import { draftKey, loadDraft, loadPicture, saveDraft, savePicture } from '../submissions/draft.ts';
import { claimTurn, takeTurn } from '../submissions/turns.ts';
import type { PageReader, Surroundings } from '../surroundings.ts';
import { loadAllDelivered, loadDelivered, saveDelivered } from './deliveredItem.ts';
import { resume } from './delivery.ts';
import { loadItem, saveItem } from './outboxItem.ts';
import { promiseDelivery, takeBack, withdrawalOf } from './takeBack.ts';
import { loadAllWithdrawn, saveWithdrawn } from './withdrawnItem.ts';
import { writtenIn } from './writtenIn.ts';

/** What can still be done about what was sent off: by its writer, and by nobody else. */
export function messageHandlers(
  surroundings: Surroundings,
  read: PageReader,
): Pick<Service, 'written' | 'edit' | 'withdrawal' | 'withdraw' | 'leave' | 'clearDelivered'> {
  const { database } = surroundings;

  /** A message that may be shown to whoever asks. */
  async function load(transaction: Transaction, page: Page | null, id: string) {
    const item = await loadItem(transaction, id);
    return item && mayRead(surroundings, page, item.owner) ? item : undefined;
  }

  /** The same, though it has arrived. */
  async function loadSent(transaction: Transaction, page: Page | null, id: string) {
    const item = (await loadItem(transaction, id)) ?? (await loadDelivered(transaction, id));
    return item && mayRead(surroundings, page, item.owner) ? item : undefined;
  }

  return {
    async written({ id }) {
      const page = await readPage(read);
      const item = await database.read((transaction) => load(transaction, page, id));
      const typed = item && writtenIn(item);
      return typed ? success({ typed, message: item.body }) : failure('gone');
    },

    async edit({ id }) {
      const turn = takeTurn();
      const page = await readPage(read);
      await promiseDelivery(surroundings);
      const edited = await database.writeDurably(async (transaction) => {
        const item = await load(transaction, page, id);
        const written = item?.refused && writtenIn(item);
        if (!written) return failure('gone');
        const owner = writerOf(surroundings, page, item.feature);
        if (owner === null) return failure('no-crm');
        const key = draftKey(owner, item.feature);
        const draft = await loadDraft(transaction, key);
        const begun = (await loadPicture(transaction, key)) !== undefined || isBegun(draft.typed);
        if (begun) return failure('draft-in-the-way');
        // From here on, a save of the empty form that is still on its way would wipe the text out.
        claimTurn(key, turn);
        // The hub may have it, whatever was answered on the way: as the same message it does not arrive twice. Only an id
        // under which the hub has other words is of no use any more, and these, of an earlier try, are withdrawn.
        const isTaken = item.failure === 'conflict';
        const { secret, tried } = item;
        const { screenshot, ...typed } = written;
        const identity = isTaken ? null : { id, secret, tried };
        await saveDraft(transaction, { ...draft, typed, identity, prepared: null });
        await savePicture(transaction, key, screenshot);
        if (isTaken) await takeBack(transaction, surroundings, { ...item, excerpt: '' });
        else await saveItem(transaction, { ...item, body: '', listed: false, draft: key });
        return success({ feature: item.feature });
      });
      void resume(surroundings);
      return edited;
    },

    async withdrawal({ id }) {
      const page = await readPage(read);
      const message = await database.read((transaction) => loadSent(transaction, page, id));
      return message ? success({ message: withdrawalOf(message) }) : failure('gone');
    },

    async withdraw({ id }) {
      const page = await readPage(read);
      await promiseDelivery(surroundings);
      const withdrawn = await database.writeDurably(async (transaction) => {
        const message = await loadSent(transaction, page, id);
        if (message === undefined) return failure('gone');
        return success({ left: await takeBack(transaction, surroundings, message) });
      });
      void resume(surroundings);
      return withdrawn;
    },

    async leave({ id }) {
      const page = await readPage(read);
      return database.write(async (transaction) => {
        const item = await load(transaction, page, id);
        if (!item?.refused || item.kind !== 'withdrawal') return failure('gone');
        await saveItem(transaction, { ...item, listed: false });
        await clearForgotten(transaction);
        return success({});
      });
    },

    async clearDelivered() {
      const page = await readPage(read);
      return database.write(async (transaction) => {
        for (const item of await loadAllDelivered(transaction)) {
          if (item.feature !== 'newsletter' && mayRead(surroundings, page, item.owner))
            await saveDelivered(transaction, { ...item, excerpt: '', listed: false });
        }
        for (const item of await loadAllWithdrawn(transaction)) {
          if (mayRead(surroundings, page, item.owner))
            await saveWithdrawn(transaction, { ...item, excerpt: '', listed: false });
        }
        return success({});
      });
    },
  };
}

/** Whether words would be lost if the form were filled anew. An address, or a choice from a list, is none. */
function isBegun({ text, title, happened, expected, name }: Typed): boolean {
  return [text, title, happened, expected, name].some((words) => words?.trim());
}
