/**
 * No message waits longer than this for its next attempt, in milliseconds: neither by a hub's word nor by a jump of the
 * clock.
 */
export const LONGEST_WAIT = 6 * 60 * 60 * 1000;

const SHORTEST = 1_000;
const FIRST = 5_000;
const CEILING = 60 * 60 * 1000;

/**
 * Milliseconds until the next attempt: a random share ("full jitter") of a span that doubles with each failed attempt
 * up to an hour, so that many clients do not come back at once; never sooner than the hub asked. `random` is from 0 to
 * 1.
 */
export function backOff(attempts: number, retryAfter: number | null, random: number): number {
  const span = Math.min(CEILING, FIRST * 2 ** Math.min(attempts - 1, 20));
  return Math.min(LONGEST_WAIT, Math.max(SHORTEST, span * random, retryAfter ?? 0));
}
