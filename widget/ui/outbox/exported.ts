import type { Output, WaitingMessage } from '../../contract/calls.ts';
import { texts } from '../texts.ts';

/** All there is of a message that was not taken, for a file: what was written, its picture included, and why it is here. */
export function exported(message: WaitingMessage, { typed, message: exact }: Output<'written'>) {
  const { id, feature, createdAt, attempts, failure, detail } = message;
  return {
    id,
    feature,
    sentOffAt: new Date(createdAt).toISOString(),
    tries: attempts,
    refusedBecause: failure && texts.failures[failure],
    hubSays: detail,
    written: typed,
    exactMessage: exact,
  };
}
