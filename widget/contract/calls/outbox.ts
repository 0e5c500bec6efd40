import * as z from 'zod/mini';
import { receipt } from '../routes.ts';
import { failureCode, feature, id, nothing, time, typed } from './shared.ts';

/** A message, or the withdrawal of one, that its writer still has to hear about. */
const waitingMessage = z.object({
  id,
  kind: z.enum(['message', 'withdrawal']),
  feature,
  /** The beginning of the text. */
  excerpt: z.string(),
  createdAt: time,
  state: z.enum(['waiting', 'sending', 'refused']),
  attempts: z.number(),
  /** When it is tried again; only while it waits. */
  nextAttemptAt: z.nullable(time),
  /** Why the last try failed. */
  failure: z.nullable(failureCode),
  detail: z.nullable(z.string()),
});

const deliveredMessage = z.object({ id, feature, excerpt: z.string(), receipt, deliveredAt: time });

/** A message of which the hub keeps nothing any more. */
const withdrawnMessage = z.object({ id, feature, excerpt: z.string(), withdrawnAt: time });

/** What waits, what has arrived, and taking it back. */
export const outboxCalls = {
  outbox: {
    input: nothing,
    output: z.object({
      waiting: z.array(waitingMessage),
      delivered: z.array(deliveredMessage),
      withdrawn: z.array(withdrawnMessage),
    }),
  },
  /** Tries everything that waits now. */
  retry: { input: nothing, output: nothing },
  /** All that was typed into a message which is not delivered, and the very string that is sent. */
  written: { input: z.object({ id }), output: z.object({ typed, message: z.string() }) },
  /** Puts a refused message back into its form. */
  edit: { input: z.object({ id }), output: z.object({ feature }) },
  /** The very string that tells the hub to forget a message. It is sent only if the message may have left. */
  withdrawal: { input: z.object({ id }), output: z.object({ message: z.string() }) },
  /** Takes a message back, from the hub too if it may have left; a refused withdrawal once more. */
  withdraw: { input: z.object({ id }), output: z.object({ left: z.boolean() }) },
  /** Gives up a refused withdrawal: what the hub has, it keeps. */
  leave: { input: z.object({ id }), output: nothing },
  /** Empties the list of delivered and withdrawn messages. */
  clearDelivered: { input: nothing, output: nothing },
};
