import type { DeliveredMessage, WaitingMessage, WithdrawnMessage } from '../../contract/calls.ts';
import { receiptNumber } from '../../contract/receipt.ts';
import { laterTexts } from '../laterTexts.ts';
import { clock, locale } from '../shared/format.ts';
import { texts } from '../texts.ts';

/** What the strip is about: all that waits, and what was delivered or withdrawn lately. */
export interface Tidings {
  readonly waiting: readonly WaitingMessage[];
  readonly fresh: readonly (DeliveredMessage | WithdrawnMessage)[];
}

/** When it was over, in milliseconds since 1970. */
export function timeOf(message: Tidings['fresh'][number]): number {
  return 'withdrawnAt' in message ? message.withdrawnAt : message.deliveredAt;
}

/** Worst first. */
const states = ['refused', 'sending', 'waiting'] as const;

/** What the strip says of the outbox, in one line; empty when there is nothing to say. */
export function headline({ waiting, fresh }: Tidings): string {
  const t = laterTexts.outbox;
  const [only, ...more] = [...waiting, ...fresh];
  if (!only) return '';
  if (more.length === 0) {
    if ('state' in only) return only.kind === 'withdrawal' ? t.withdrawal[only.state] : t[only.state];
    return 'withdrawnAt' in only ? t.withdrawn(clock(only.withdrawnAt)) : t.delivered(clock(only.deliveredAt));
  }
  const isWithdrawn = (message: Tidings['fresh'][number]) => 'withdrawnAt' in message;
  return [
    ...states.map((state) => [state, waiting.filter((message) => message.state === state).length] as const),
    ['withdrawn', fresh.filter(isWithdrawn).length] as const,
    ['delivered', fresh.filter((message) => !isWithdrawn(message)).length] as const,
  ]
    .filter(([, count]) => count > 0)
    .map(([state, count]) => t.parts[state](count))
    .join(', ');
}

/** `Next try in 40 seconds.` */
function nextTry(time: number): string {
  const seconds = Math.max(0, Math.round((time - Date.now()) / 1000));
  const [amount, unit] =
    seconds < 90
      ? ([seconds, 'second'] as const)
      : seconds < 5400
        ? ([seconds / 60, 'minute'] as const)
        : ([seconds / 3600, 'hour'] as const);
  return laterTexts.outbox.nextTry(
    new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(amount), unit),
  );
}

/** How it stands with a message that is not delivered: why, and what comes next. */
export function progress({ state, failure, attempts, nextAttemptAt }: WaitingMessage): string {
  const t = laterTexts.outbox;
  if (state === 'sending') return t.attempt(Math.max(1, attempts));
  const why = failure ? texts.failures[failure] : '';
  return state === 'waiting' && nextAttemptAt !== null ? `${why} ${nextTry(nextAttemptAt)}`.trim() : why;
}

/** What is to be read out when it changes: the headline, with the receipt. */
export function spoken(tidings: Tidings): string {
  const [only] = tidings.fresh;
  const receipt =
    only && 'receipt' in only && tidings.fresh.length === 1
      ? ` ${laterTexts.outbox.receipt} ${receiptNumber(only.id)}`
      : '';
  return headline(tidings) + receipt;
}
