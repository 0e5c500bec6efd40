import type { Db } from '../database/database.ts';
import { errorLine } from '../errorLine.ts';
import type { SendMail } from '../mail/mail.ts';
import type { Masthead } from './composer.ts';
import { compose } from './composer.ts';
import type { ClaimedMail } from './outbox.ts';
import { claimMail, markFailed, markSent, postpone, renewLease } from './outbox.ts';

/** Times in milliseconds. */
export interface MailTimes {
  /** How often the outbox is looked at. */
  readonly round: number;
  /** How long a mail belongs to a process that gives no more sign of life. */
  readonly lease: number;
  /** The first wait after a try that failed; it doubles each time, up to the longest. */
  readonly wait: number;
  readonly longestWait: number;
  /** So many tries, and no more: about five days. */
  readonly tries: number;
}

export const mailTimes: MailTimes = {
  round: 5_000,
  lease: 180_000,
  wait: 60_000,
  longestWait: 6 * 60 * 60_000,
  tries: 28,
};

export interface PostmanParts {
  readonly db: Db;
  readonly send: SendMail;
  readonly masthead: Masthead;
  readonly times: MailTimes;
}

/** Sends all that is due. Resolves when nothing is left, there is no mail server, or the signal tells to stop. */
export async function deliverDue(parts: PostmanParts, stop: AbortSignal): Promise<void> {
  const { db, times } = parts;
  while (!stop.aborted) {
    const due = await claimMail(db, times.lease);
    if (!due || !(await deliver(parts, due, stop))) return;
  }
}

/** Whether it is worth going on with the next one. */
async function deliver(
  { db, send, masthead, times }: PostmanParts,
  due: ClaimedMail,
  stop: AbortSignal,
): Promise<boolean> {
  const mail = await compose(db, masthead, due);
  if (!mail) {
    await markFailed(db, due.id);
    return true;
  }
  const renewal = setInterval(() => renewLease(db, due.id, times.lease).catch(told), times.lease / 3);
  try {
    // Marked before a mail server can have taken it, so that nobody gets it twice, whenever this process ends.
    const result = await send(mail, () => markSent(db, due.id));
    if (result.outcome === 'sent') return true;
    if (result.outcome === 'unknown') {
      console.error(`A mail server did not say whether it took a mail, which is not sent again: ${result.why}`);
      return true;
    }
    console.error(`A mail could not be sent: ${result.why}`);
    const isOver = result.outcome === 'refused' || due.attempts >= times.tries;
    const wait = waitAfter(due.attempts, times);
    await insist(() => (isOver ? markFailed(db, due.id) : postpone(db, due.id, wait)), stop);
    return result.outcome !== 'unreachable';
  } finally {
    clearInterval(renewal);
  }
}

/** Doubles with each try, and keeps those that failed together apart. */
function waitAfter(attempts: number, { wait, longestWait }: MailTimes): number {
  return Math.min(longestWait, wait * 2 ** (attempts - 1)) * (0.5 + Math.random() / 2);
}

/** A mail that was not taken must not count as sent because the database was away for a moment. */
async function insist(mark: () => Promise<void>, stop: AbortSignal): Promise<void> {
  for (let pause = 100; ; pause = Math.min(5_000, pause * 2)) {
    try {
      return await mark();
    } catch (error) {
      if (stop.aborted) throw error;
      told(error);
      await new Promise((resume) => setTimeout(resume, pause));
    }
  }
}

function told(error: unknown): void {
  console.error(`The database failed: ${errorLine(error)}`);
}
