import * as z from 'zod/mini';
import { uuid } from '../contract/envelope.ts';
import { fieldSchemas } from '../contract/fields.ts';
import type { Field, SubmissionFeature } from '../contract/policy.ts';
import type { Transaction } from './database.ts';
import { ownerKey } from './owner.ts';
import type { Owner } from './surroundings.ts';

const typedField = z.catch(z.optional(z.string()), undefined);

// Whatever else is broken, what was typed is read as far as it can be.
const draftRecord = z.object({
  typed: z.catch(z.object({ text: typedField, email: typedField }), {}),
  switchedOff: z.catch(z.array(z.string()), []),
  identity: z.catch(z.nullable(z.object({ id: uuid, secret: z.string() })), null),
  prepared: z.catch(z.nullable(z.string()), null),
});

/** What a person is writing into one form on one CRM. */
export interface Draft extends Omit<z.infer<typeof draftRecord>, 'switchedOff'> {
  readonly key: string;
  readonly switchedOff: Field[];
}

export function draftKey(owner: Owner, feature: SubmissionFeature): string {
  return `${feature} ${ownerKey(owner)}`;
}

/** The stored draft; an empty one when there is none. */
export async function loadDraft(transaction: Transaction, key: string): Promise<Draft> {
  const parsed = draftRecord.safeParse(await transaction.get('drafts', key));
  if (!parsed.success) return { key, typed: {}, switchedOff: [], identity: null, prepared: null };
  const switchedOff = parsed.data.switchedOff.filter((name): name is Field => Object.hasOwn(fieldSchemas, name));
  return { ...parsed.data, key, switchedOff };
}

/** Replaces the stored draft. */
export function saveDraft(transaction: Transaction, draft: Draft): Promise<void> {
  return transaction.put('drafts', draft);
}
