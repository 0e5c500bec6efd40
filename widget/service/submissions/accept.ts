import type { Answer } from '../../contract/failure.ts';
import { failure, success } from '../../contract/failure.ts';
import { withPicture } from '../../contract/picture.ts';
import type { SubmissionFeature } from '../../contract/policy.ts';
import { routes } from '../../contract/routes.ts';
import { loadDelivered } from '../outbox/deliveredItem.ts';
import { loadItem, saveItem } from '../outbox/outboxItem.ts';
import { promiseDelivery } from '../outbox/takeBack.ts';
import { loadWithdrawn } from '../outbox/withdrawnItem.ts';
import type { Transaction } from '../storage/database.ts';
import type { Owner, Surroundings } from '../surroundings.ts';
import { draftKey, endIdentity, loadDraft, loadPicture, saveDraft, savePicture } from './draft.ts';
import { byteLength, excerpt, headOf, parseMessage } from './message.ts';
import { isOffered } from './rows.ts';
import { sha256 } from './sha256.ts';
import { claimTurn, takeTurn } from './turns.ts';

/** The string that a person sends, out of which form, and where to. */
export interface Sent {
  readonly owner: Owner;
  readonly feature: SubmissionFeature;
  readonly message: string;
  readonly hub: string;
}

/**
 * Moves the string last prepared from its draft into the outbox, in one transaction, and answers its id once it is on
 * the disk. Of the switches those stay as they are that leave something out; what was offered is asked for anew. The same
 * string again is the same message: the id, and nothing happens. `changed` for any other, and for what a form still holds
 * under an id that was withdrawn: it is prepared anew, under another. `bad-call` when the hub would not take it, `too-large`
 * likewise.
 */
export async function accept(surroundings: Surroundings, sent: Sent): Promise<Answer<{ id: string }>> {
  const { owner, feature, message, hub } = sent;
  const turn = takeTurn();
  const now = surroundings.clock.now();
  const envelope = parseMessage(feature, message);
  const key = draftKey(owner, feature);
  await promiseDelivery(surroundings);
  return surroundings.database.writeDurably(async (transaction) => {
    const draft = await loadDraft(transaction, key);
    const { identity, prepared } = draft;
    const isShown = prepared !== null && withPicture(prepared, await loadPicture(transaction, key)) === message;
    if (identity !== null && (await isTakenBack(transaction, identity.id))) {
      await endIdentity(transaction, key, identity.id);
      return failure('changed');
    }
    if (identity === null || !isShown) {
      const known = envelope !== undefined && (await isKnown(transaction, envelope.id, message));
      return known ? success({ id: envelope.id }) : failure('changed');
    }
    if (byteLength(message) > routes[feature].largest) return failure('too-large');
    if (envelope === undefined) return failure('bad-call');
    // From here on, a draft saved by a call that is still on its way would be of a message that has left.
    claimTurn(key, turn);
    claimTurn(`picture ${key}`, turn);
    surroundings.noteWaiting(true);
    const { id, secret, tried } = identity;
    await saveItem(transaction, {
      id,
      kind: 'message',
      feature,
      hub,
      body: message,
      digest: sha256(message),
      secret,
      excerpt: excerpt(headOf(envelope)),
      owner,
      createdAt: now,
      tried,
      attempts: 0,
      nextAttemptAt: 0,
      failure: null,
      detail: null,
      refused: false,
      listed: true,
      draft: null,
    });
    const switched = draft.switched.filter((field) => !isOffered(feature, field));
    await saveDraft(transaction, { ...draft, typed: {}, switched, identity: null, prepared: null });
    await savePicture(transaction, key, undefined);
    return success({ id });
  });
}

/** A release that did not note which form a message is back in left its id there. No withdrawal is overwritten. */
async function isTakenBack(transaction: Transaction, id: string): Promise<boolean> {
  const { kind } = (await loadItem(transaction, id)) ?? {};
  return kind === 'withdrawal' || (await loadWithdrawn(transaction, id)) !== undefined;
}

async function isKnown(transaction: Transaction, id: string, message: string): Promise<boolean> {
  const waiting = await loadItem(transaction, id);
  if (waiting) return waiting.body === message;
  const delivered = await loadDelivered(transaction, id);
  return delivered !== undefined && delivered.digest === sha256(message);
}
