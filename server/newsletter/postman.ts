import type { Db } from '../database/database.ts';
import { errorLine } from '../errorLine.ts';
import type { SendMail } from '../mail/mail.ts';
import type { Masthead } from './composer.ts';
import { compose } from './composer.ts';
import type { ClaimedMail } from './outbox.ts';
import { claimMail, markFailed, markSent, postpone, renewLease } from './outbox.ts';

const DAY = 86_400_000;

/** Times in milliseconds. */
export interface MailTimes {
  /** How often the outbox is looked at. */
  readonly pollInterval: number;
  /** How long a mail belongs to a process that gives no more sign of life. */
  readonly lease: number;
  /** What failed is tried again at the next whole multiple of it. */
  readonly retryInterval: number;
  /** From the beginning of the day on which a mail was made; what fails later is given up. */
  readonly giveUpAfter: number;
}

export const mailTimes: MailTimes = {
  pollInterval: 5_000,
  lease: 180_000,
  retryInterval: 15 * 60_000,
  giveUpAfter: 5 * DAY,
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
    const isOver = result.outcome === 'refused' || Date.now() - due.madeOn.getTime() >= times.giveUpAfter;
    await insist(() => (isOver ? markFailed(db, due.id) : postpone(db, due.id, times.retryInterval)), stop);
    return result.outcome !== 'unreachable';
  } finally {
    clearInterval(renewal);
  }
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
