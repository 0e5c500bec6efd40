import { createKeyedHash } from './keyedHash.ts';
import type { Limiter } from './limiter.ts';
import { createLimiter, perDay, perHour } from './limiter.ts';

/** How much is taken; generous, for what is refused here comes again later. */
export interface Rates {
  /** Messages from one install an hour. */
  readonly install: number;
  /** Messages from one address an hour. */
  readonly sender: number;
  /** Newsletter sign-ups from one address an hour. */
  readonly signUps: number;
  /** Confirmation mails to one address a day. */
  readonly mails: number;
}

export const defaultRates: Rates = { install: 120, sender: 600, signUps: 30, mails: 3 };

/** A limiter for each of the rates. */
export type RateLimits = { readonly [R in keyof Rates]: Limiter };

export function createRateLimits({ install, sender, signUps, mails }: Rates): RateLimits {
  const hashOf = createKeyedHash();
  return {
    install: createLimiter(perHour(install), hashOf),
    sender: createLimiter(perHour(sender), hashOf),
    signUps: createLimiter(perHour(signUps), hashOf),
    mails: createLimiter(perDay(mails), hashOf),
  };
}
