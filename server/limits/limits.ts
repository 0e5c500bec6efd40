import { createKeyedHash } from './keyedHash.ts';
import type { Limiter } from './limiter.ts';
import { createLimiter, perDay, perHour } from './limiter.ts';

/** How much is taken; generous, for what is refused here comes again later. */
export interface Rates {
  /** Messages from one install an hour. */
  readonly install: number;
  /** Messages from one IP address an hour. */
  readonly sender: number;
  /** Megabytes (of 1,048,576 bytes) of messages from one IP address an hour. */
  readonly senderMegabytes: number;
  /** Newsletter sign-ups from one IP address an hour. */
  readonly signUps: number;
  /** Confirmation mails to one e-mail address a day. */
  readonly mails: number;
}

export const defaultRates: Rates = { install: 120, sender: 600, senderMegabytes: 200, signUps: 30, mails: 3 };

/** A limiter for each of the rates; of megabytes it counts the bytes. */
export type RateLimits = { readonly [R in keyof Rates]: Limiter };

const MEGABYTE = 1024 * 1024;

export function createRateLimits({ install, sender, senderMegabytes, signUps, mails }: Rates): RateLimits {
  const hashOf = createKeyedHash();
  return {
    install: createLimiter(perHour(install), hashOf),
    sender: createLimiter(perHour(sender), hashOf),
    senderMegabytes: createLimiter(perHour(senderMegabytes * MEGABYTE), hashOf),
    signUps: createLimiter(perHour(signUps), hashOf),
    mails: createLimiter(perDay(mails), hashOf),
  };
}
