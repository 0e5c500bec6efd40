import type { KeyedHash } from './keyedHash.ts';

const HOUR = 3_600_000;

/** How many at most in how long a time. */
export interface Allowance {
  readonly count: number;
  /** Milliseconds. */
  readonly within: number;
}

export interface Limiter {
  /** Takes an amount of what the key may, 1 by default; 0 when it may, else the milliseconds until it may again. */
  take(key: string, amount?: number): number;
}

/** Keys that are counted at a time. When there are more, the longest known is forgotten. */
const MOST_KEYS = 100_000;

/**
 * Counts in memory, under hashes of the keys, and forgets within a day. All of an allowance may be used at once; it grows
 * back evenly. For each key there is one number: the time when all of it will have grown back.
 */
export function createLimiter({ count, within }: Allowance, hashOf: KeyedHash, now: () => number = Date.now): Limiter {
  const interval = within / count;
  const restored = new Map<string, number>();
  return {
    take: (key, amount = 1) => {
      const time = now();
      const hash = hashOf(key, time);
      // No later than if all of it had just been used: a clock that is set back makes nobody wait for longer.
      const before = Math.min(restored.get(hash) ?? 0, time + within);
      const next = Math.max(time, before) + amount * interval;
      const wait = next - within - time;
      if (wait > 0) return wait;
      restored.delete(hash);
      restored.set(hash, next);
      if (restored.size > MOST_KEYS) forgetOldest(restored, time);
      return 0;
    },
  };
}

function forgetOldest(restored: Map<string, number>, time: number): void {
  for (const [hash, at] of restored) {
    if (at > time && restored.size <= MOST_KEYS) return;
    restored.delete(hash);
  }
}

export function perHour(count: number): Allowance {
  return { count, within: HOUR };
}

export function perDay(count: number): Allowance {
  return { count, within: 24 * HOUR };
}
