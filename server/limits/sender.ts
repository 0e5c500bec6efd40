import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { networkBeyond, networkOf } from './address.ts';

/** For whom all count that a trusted proxy should have named and did not. */
const UNNAMED = 'unnamed';

/**
 * Whom a request is counted for: nothing but the rate limits sees it, and they only its hash. Without trusted proxies it
 * is the connection's other end, or undefined when that is this machine: then it is a proxy's, and stands for everybody.
 * Behind `proxies` of them it is what the outermost wrote into X-Forwarded-For; where no address stands there, all who
 * come so count as one, for otherwise who gets the header dropped is not counted.
 */
export function senderOf(c: Context, proxies: number): string | undefined {
  if (proxies > 0) {
    const told = c.req.header('x-forwarded-for')?.split(',').at(-proxies)?.trim();
    return networkOf(told ?? '') ?? UNNAMED;
  }
  return networkBeyond(connectionOf(c) ?? '');
}

function connectionOf(c: Context): string | undefined {
  // A hub that is asked without a socket, as in tests, has no connection.
  return c.env?.incoming === undefined ? undefined : getConnInfo(c).remote.address;
}
