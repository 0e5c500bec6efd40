import type { Context, MiddlewareHandler } from 'hono';
import { problemResponse } from '../http/problem.ts';
import type { Refusal } from '../http/reply.ts';
import { refuse } from '../http/reply.ts';
import type { Limiter } from './limiter.ts';
import { senderOf } from './sender.ts';

/** Lets pass what a sender may send, before anything of it is read: so many requests, or whatever the amount counts. */
export function limitSenders(
  limiter: Limiter,
  proxies: number,
  amountOf: (c: Context) => number = () => 1,
): MiddlewareHandler {
  return async (c, next) => {
    const sender = senderOf(c, proxies);
    const refusal = sender === undefined ? null : tooMany(limiter, sender, amountOf(c));
    if (refusal) return problemResponse(c, refusal);
    return next();
  };
}

/** Takes one of what the key may, or as many as `amount` says; the refusal when it has had all of it. */
export function tooMany(limiter: Limiter, key: string, amount = 1): Refusal | null {
  const wait = limiter.take(key, amount);
  if (wait === 0) return null;
  const retryAfter = Math.ceil(wait / 1000);
  return { ...refuse('too-many', 'That is more than the hub takes at a time. Send it again later.'), retryAfter };
}
