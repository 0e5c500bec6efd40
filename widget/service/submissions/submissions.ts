import type { Row, Service } from '../../contract/calls.ts';
import { failure, success } from '../../contract/failure.ts';
import type { Page } from '../../contract/page.ts';
import { pictureSize } from '../../contract/picture.ts';
import type { SubmissionFeature } from '../../contract/policy.ts';
import { resume } from '../outbox/delivery.ts';
import { readPage, writerOf } from '../owner.ts';
import { randomSecret, randomUuid } from '../random.ts';
import { withEntered } from '../settings/entered.ts';
import { featuresOn } from '../settings/featuresOn.ts';
import type { CrmReader, Surroundings } from '../surroundings.ts';
import { accept } from './accept.ts';
import { draftKey, hasDraft, loadDraft, loadPicture, saveDraft, savePicture } from './draft.ts';
import { gatherFacts } from './facts.ts';
import { messageOf } from './message.ts';
import { randomKey } from './randomKey.ts';
import { isComplete, rowsOf, typedFacts } from './rows.ts';
import { claimTurn, takeTurn } from './turns.ts';

/** Writing something and sending it off. */
export function submissionHandlers(
  surroundings: Surroundings,
  crm: CrmReader,
): Pick<Service, 'draft' | 'attach' | 'prepare' | 'send'> {
  const { database } = surroundings;

  async function isOn(page: Page | null, feature: SubmissionFeature): Promise<boolean> {
    return (await featuresOn(surroundings, page)).includes(feature);
  }

  return {
    async draft({ feature }) {
      const owner = writerOf(surroundings, await readPage(crm.page), feature);
      if (owner === null) return failure('no-crm');
      const key = draftKey(owner, feature);
      return database.read(async (transaction) => {
        const { typed, switched } = await loadDraft(transaction, key);
        const screenshot = await loadPicture(transaction, key);
        return success({ typed: screenshot === undefined ? typed : { ...typed, screenshot }, switched });
      });
    },

    async attach({ feature, screenshot }) {
      const turn = takeTurn();
      const owner = writerOf(surroundings, await readPage(crm.page), feature);
      if (owner === null) return failure('no-crm');
      const key = draftKey(owner, feature);
      await database.write(async (transaction) => {
        if (claimTurn(`picture ${key}`, turn)) await savePicture(transaction, key, screenshot ?? undefined);
      });
      return success({});
    },

    async prepare({ feature, typed, switched }) {
      const turn = takeTurn();
      const page = await readPage(crm.page);
      const owner = writerOf(surroundings, page, feature);
      if (owner === null) return failure('no-crm');
      if (!(await isOn(page, feature))) return failure('not-allowed');
      const key = draftKey(owner, feature);
      const { screenshot: _, ...words } = typed;
      // First of all: what is read of the CRM may take its time, and meanwhile the panel may be closed.
      await database.write(async (transaction) => {
        const { identity } = await loadDraft(transaction, key);
        const draft = { key, typed: words, switched, identity, prepared: null };
        if (claimTurn(key, turn)) await saveDraft(transaction, draft);
      });
      // A newsletter has nothing to do with any install.
      const install = feature === 'newsletter' ? null : page;
      const known =
        install && (await gatherFacts(surroundings, crm, await withEntered(surroundings, install), feature, switched));
      return database.write(async (transaction) => {
        if (!(await hasDraft(transaction, key))) return failure('changed');
        const draft = await loadDraft(transaction, key);
        const identity = draft.identity ?? { id: randomUuid(), secret: randomSecret(), tried: false };
        const screenshot = await loadPicture(transaction, key);
        const installKey = install && (known?.installKey ?? (await randomKey(transaction, install)));
        const facts = { ...known, ...(installKey && { installKey }), ...typedFacts({ ...words, screenshot }) };
        const rows = rowsOf(feature, facts, switched);
        const prepared = messageOf(feature, identity, rows);
        if (claimTurn(key, turn)) await saveDraft(transaction, { key, typed: words, switched, identity, prepared });
        return success({ rows: rows.map(asShown), message: prepared, complete: isComplete(feature, rows) });
      });
    },

    async send({ feature, message }) {
      const page = await readPage(crm.page);
      const owner = writerOf(surroundings, page, feature);
      if (owner === null) return failure('no-crm');
      if (!(await isOn(page, feature))) return failure('not-allowed');
      const hub = await surroundings.hub();
      if (hub === null) return failure('no-hub');
      const accepted = await accept(surroundings, { owner, feature, message, hub });
      if (accepted.ok) void resume(surroundings);
      return accepted;
    },
  };
}

/** A picture is told by its size. */
function asShown(row: Row): Row {
  const { field, value } = row;
  return field === 'screenshot' && value !== null ? { ...row, value: String(pictureSize(value)) } : row;
}
