import type { Service } from '../../contract/calls.ts';
import { failure, success } from '../../contract/failure.ts';
import type { Page } from '../../contract/page.ts';
import type { SubmissionFeature } from '../../contract/policy.ts';
import { resume } from '../outbox/delivery.ts';
import { ownerOf, readPage } from '../owner.ts';
import { randomSecret, randomUuid } from '../random.ts';
import { withEntered } from '../settings/entered.ts';
import { featuresOn } from '../settings/featuresOn.ts';
import type { PageReader, Surroundings } from '../surroundings.ts';
import { accept } from './accept.ts';
import { derivedKey } from './derivedKey.ts';
import { draftKey, loadDraft, saveDraft } from './draft.ts';
import { messageOf } from './message.ts';
import { randomKey } from './randomKey.ts';
import { isComplete, pageFacts, rowsOf, typedFacts } from './rows.ts';
import { isTurn, takeTurn } from './turns.ts';

/** Writing something and sending it off. */
export function submissionHandlers(
  surroundings: Surroundings,
  read: PageReader,
): Pick<Service, 'draft' | 'prepare' | 'send'> {
  const { database } = surroundings;

  async function isOn(page: Page, feature: SubmissionFeature): Promise<boolean> {
    return (await featuresOn(surroundings, page)).includes(feature);
  }

  return {
    async draft({ feature }) {
      const page = await readPage(read);
      if (page === null) return failure('no-crm');
      const key = draftKey(ownerOf(page), feature);
      const { typed, switched } = await database.read((transaction) => loadDraft(transaction, key));
      return success({ typed, switched });
    },

    async prepare({ feature, typed, switched }) {
      const turn = takeTurn();
      const page = await readPage(read);
      if (page === null) return failure('no-crm');
      if (!(await isOn(page, feature))) return failure('not-allowed');
      const known = pageFacts(await withEntered(surroundings, page));
      const key = draftKey(ownerOf(page), feature);
      // Beforehand: a database transaction does not survive to wait for it.
      const knownKey = page.installKey ?? (await derivedKey(database, page));
      return database.write(async (transaction) => {
        const draft = await loadDraft(transaction, key);
        const identity = draft.identity ?? { id: randomUuid(), secret: randomSecret(), tried: false };
        const installKey = knownKey ?? (await randomKey(transaction, page));
        const facts = { ...known, installKey, ...typedFacts(typed) };
        const rows = rowsOf(feature, facts, switched);
        const message = messageOf(feature, identity, rows);
        if (isTurn(key, turn)) await saveDraft(transaction, { key, typed, switched, identity, prepared: message });
        return success({ rows, message, complete: isComplete(feature, rows) });
      });
    },

    async send({ feature, message }) {
      const page = await readPage(read);
      if (page === null) return failure('no-crm');
      if (!(await isOn(page, feature))) return failure('not-allowed');
      const hub = await surroundings.hub();
      if (hub === null) return failure('no-hub');
      const accepted = await accept(surroundings, { owner: ownerOf(page), feature, message, hub });
      if (accepted.ok) void resume(surroundings);
      return accepted;
    },
  };
}
