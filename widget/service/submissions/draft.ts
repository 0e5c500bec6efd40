import * as z from 'zod/mini';
import { uuid } from '../../contract/envelope.ts';
import { orElse } from '../../contract/orElse.ts';
import type { Field, SubmissionFeature } from '../../contract/policy.ts';
import { knownFields } from '../knownFields.ts';
import { ownerKey } from '../owner.ts';
import { parse } from '../parse.ts';
import type { Transaction } from '../storage/database.ts';
import type { Owner } from '../surroundings.ts';
import { typedRecord } from './typed.ts';

const nothingSwitched: string[] = [];

// Whatever else is broken, what was typed is read as far as it can be.
const draftRecord = z.object({
  typed: typedRecord,
  switched: orElse(z.array(z.string()), nothingSwitched),
  /** `tried`: something may have left under this id before. */
  identity: orElse(z.nullable(z.object({ id: uuid, secret: z.string(), tried: orElse(z.boolean(), false) })), null),
  prepared: orElse(z.nullable(z.string()), null),
});

/** What a person is writing into one form on one CRM, but for its picture. */
export interface Draft extends Omit<z.infer<typeof draftRecord>, 'switched'> {
  readonly key: string;
  readonly switched: Field[];
}

export function draftKey(owner: Owner, feature: SubmissionFeature): string {
  return `${feature} ${ownerKey(owner)}`;
}

/** The stored draft; an empty one when there is none. */
export async function loadDraft(transaction: Transaction, key: string): Promise<Draft> {
  // Nothing in a record makes this throw: every field has its fallback.
  const draft = draftRecord.parse((await transaction.get('drafts', key)) ?? {});
  return { ...draft, key, switched: knownFields(draft.switched) };
}

/** Whether anything is stored of it: once it was, only forgetting its install takes it away, also while facts are read for it. */
export async function hasDraft(transaction: Transaction, key: string): Promise<boolean> {
  return (await transaction.get('drafts', key)) !== undefined;
}

/** Replaces the stored draft. */
export function saveDraft(transaction: Transaction, draft: Draft): Promise<void> {
  return transaction.put('drafts', draft);
}

/** Whatever that draft is sent as, it is not the message of that id. */
export async function endIdentity(transaction: Transaction, key: string, id: string): Promise<void> {
  const draft = await loadDraft(transaction, key);
  if (draft.identity?.id === id) await saveDraft(transaction, { ...draft, identity: null, prepared: null });
}

const pictureRecord = z.object({ picture: z.string() });

/** Under which key the picture of the draft of that key lies beside it: it is large, and the draft is stored with every key. */
export function pictureKey(key: string): string {
  return `picture ${key}`;
}

/** The picture of the draft of that key, a data: address; undefined where it has none. */
export async function loadPicture(transaction: Transaction, key: string): Promise<string | undefined> {
  return parse(pictureRecord, await transaction.get('drafts', pictureKey(key)))?.picture;
}

/** Gives the draft of that key a picture, or takes it away. */
export function savePicture(transaction: Transaction, key: string, picture: string | undefined): Promise<void> {
  const name = pictureKey(key);
  return picture === undefined ? transaction.delete('drafts', name) : transaction.put('drafts', { key: name, picture });
}
