import type { MiddlewareHandler } from 'hono';
import type { Limiter } from './limiter.ts';
import { limitSenders } from './limitSenders.ts';

/**
 * Lets pass as many bytes as a sender may send, before any of them is read. A body counts as long as it says it is, and as
 * `largest` when it does not say, or says more than is read of it.
 */
export function limitBytes(limiter: Limiter, proxies: number, largest: number): MiddlewareHandler {
  return limitSenders(limiter, proxies, (c) => Math.min(largest, Number(c.req.header('content-length') ?? largest)));
}
