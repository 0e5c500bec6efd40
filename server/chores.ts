import { setTimeout } from 'node:timers/promises';
import type { Database } from './database/database.ts';
import { smtp } from './mail/smtp.ts';
import { blend } from './newsletter/blend.ts';
import { deliverDue, mailTimes } from './newsletter/postman.ts';
import { periodically } from './periodic.ts';
import { defaultDays } from './retention/kinds.ts';
import { sweep } from './retention/sweep.ts';
import type { Settings } from './settings/settings.ts';

const HOUR = 3_600_000;

export interface Chores {
  /** Begins nothing more, and waits for what is under way: so many milliseconds at most. */
  stop(bound: number): Promise<void>;
}

/** Starts what a hub does without being asked: it deletes what is old, and sends the mails. */
export function startChores(
  { db, erase }: Database,
  { mail, keepDays = defaultDays }: Settings,
  title: string,
): Chores {
  const clean = {
    'Deleting what is old': () => sweep(db, keepDays, new Date()),
    'Making recent sign-ups alike': () => blend(db),
    'Erasing what was deleted': erase,
  };
  const chores = [periodically(HOUR, clean)];
  if (mail) {
    const parts = { db, send: smtp(mail), masthead: { title, publicUrl: mail.publicUrl }, times: mailTimes };
    chores.push(periodically(mailTimes.pollInterval, { 'Sending mails': (stop) => deliverDue(parts, stop) }));
  }
  return {
    stop: async (bound) => {
      const ended = Promise.all(chores.map((chore) => chore.stop()));
      await Promise.race([ended, setTimeout(bound, undefined, { ref: false })]);
    },
  };
}
