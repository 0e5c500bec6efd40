import { createHash, randomBytes } from 'node:crypto';

/** What stands in a link, and what of it may be stored. */
export interface Token {
  readonly token: string;
  readonly hash: string;
}

/** 256 random bits. */
export function newToken(): Token {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOf(token) };
}

/** By this a token that comes back is found. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
