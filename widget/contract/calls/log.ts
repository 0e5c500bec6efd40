import * as z from 'zod/mini';
import { limits } from '../limits.ts';
import { purposes } from '../purpose.ts';
import { failureCode, id, nothing, time } from './shared.ts';

/** Where an entry of the log stands. */
const logKey = z.string().check(z.maxLength(100));

/** A request that left the browser, without what it carried. */
const logEntry = z.object({
  key: logKey,
  at: time,
  purpose: z.enum(purposes),
  method: z.string(),
  url: z.string(),
  /** The size of what it carried. */
  bytes: z.number(),
  /** The HTTP status that came back; null when none did, or none yet. */
  status: z.nullable(z.number()),
  failure: z.nullable(failureCode),
  /** The beginning of what the hub answered to a message, its receipt above all. */
  answer: z.string(),
  /** The message that it carried or took back. */
  message: z.nullable(id),
  /** How it stands with that message; null when nothing is known of it any more. */
  standing: z.nullable(z.enum(['waiting', 'refused', 'delivered', 'withdrawing', 'not-withdrawn', 'withdrawn'])),
});

/** What left the browser, and forgetting all of it. */
export const logCalls = {
  /**
   * Some of what left the browser, newest first, from where `next` of the last answer says: only what holds the words, if
   * there are any. There may be more although nothing was found; `next` is null when there is not.
   */
  log: {
    input: z.object({ words: z.string().check(z.maxLength(limits.name)), from: z.nullable(logKey) }),
    output: z.object({ entries: z.array(logEntry), next: z.nullable(logKey) }),
  },
  /** What a logged request carried, byte for byte. */
  sentBody: { input: z.object({ key: logKey }), output: z.object({ body: z.string() }) },
  /** Deletes the log in this browser; the hub keeps what it has. */
  deleteLog: { input: nothing, output: nothing },
  /** Withdraws all that was sent for this CRM, and then clears what this browser knows of it. */
  forget: { input: nothing, output: nothing },
  /** How much is still to be withdrawn before this CRM is forgotten; null when it is not to be. */
  forgetting: { input: nothing, output: z.object({ waiting: z.nullable(z.number()) }) },
};
