import { createHmac, randomBytes } from 'node:crypto';

const DAY = 86_400_000;

/** A hash of the text that nobody can make without the key of the day. */
export type KeyedHash = (text: string, time: number) => string;

/**
 * HMAC-SHA-256 with a key that exists in this process alone and is replaced every day: what was counted yesterday cannot
 * be recognised today, not even by us.
 */
export function createKeyedHash(): KeyedHash {
  let key = randomBytes(32);
  let day = Number.NaN;
  return (text, time) => {
    const today = Math.floor(time / DAY);
    if (today !== day) {
      key = randomBytes(32);
      day = today;
    }
    return createHmac('sha256', key).update(text).digest('base64');
  };
}
