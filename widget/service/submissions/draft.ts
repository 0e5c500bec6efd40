import * as z from 'zod/mini';
import type { Typed } from '../../contract/calls.ts';
import { uuid } from '../../contract/envelope.ts';
import { orElse } from '../../contract/orElse.ts';
import type { Field, SubmissionFeature } from '../../contract/policy.ts';
import { ownerKey } from '../owner.ts';
import type { Transaction } from '../storage/database.ts';
import type { Owner } from '../surroundings.ts';
import { knownFields } from '../switches.ts';

const typedField = z.optional(orElse(z.string(), undefined));
const nothingTyped: Typed = {};
const nothingSwitchedOff: string[] = [];

// Whatever else is broken, what was typed is read as far as it can be.
const draftRecord = z.object({
  typed: orElse(z.object({ text: typedField, email: typedField }), nothingTyped),
  switchedOff: orElse(z.array(z.string()), nothingSwitchedOff),
  identity: orElse(z.nullable(z.object({ id: uuid, secret: z.string() })), null),
  prepared: orElse(z.nullable(z.string()), null),
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
  // Nothing in a record makes this throw: every field has its fallback.
  const draft = draftRecord.parse((await transaction.get('drafts', key)) ?? {});
  return { ...draft, key, switchedOff: knownFields(draft.switchedOff) };
}

/** Replaces the stored draft. */
export function saveDraft(transaction: Transaction, draft: Draft): Promise<void> {
  return transaction.put('drafts', draft);
}
