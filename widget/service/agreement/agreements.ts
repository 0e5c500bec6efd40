import type { Service } from '../../contract/calls.ts';
import { failure, success } from '../../contract/failure.ts';
import { readPage, writerOf } from '../owner.ts';
import type { PageReader, Surroundings } from '../surroundings.ts';
import { loadAgreement, saveAgreement } from './agreement.ts';

/**
 * The question that comes before the first use of a form, and again when the policy has come to disclose more. That
 * nothing leaves unseen does not hang on it: each message waits for its own press on Send, under its own bytes.
 */
export function agreementHandlers(surroundings: Surroundings, read: PageReader): Pick<Service, 'agreement' | 'agree'> {
  const { database } = surroundings;
  return {
    async agreement({ feature }) {
      const owner = writerOf(surroundings, await readPage(read), feature);
      if (owner === null) return failure('no-crm');
      const { agreed, fields } = await database.read((transaction) => loadAgreement(transaction, feature, owner));
      return success({ agreed, fields });
    },

    async agree({ feature }) {
      const owner = writerOf(surroundings, await readPage(read), feature);
      if (owner === null) return failure('no-crm');
      await database.write((transaction) => saveAgreement(transaction, feature, owner, { switched: [], told: {} }));
      return success({});
    },
  };
}
