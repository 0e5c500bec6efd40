import { isIPv6 } from 'node:net';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * Whom a request is counted for: nothing but the rate limits sees it, and they only its hash. Without trusted proxies it
 * is the connection's other end; behind `proxies` of them, what the outermost wrote into X-Forwarded-For. Undefined when
 * the connection comes from this machine: then it is a proxy's, and stands for everybody.
 */
export function senderOf(c: Context, proxies: number): string | undefined {
  const address = proxies === 0 ? connectionOf(c) : c.req.header('x-forwarded-for')?.split(',').at(-proxies)?.trim();
  if (address === undefined || (proxies === 0 && LOOPBACK.test(address))) return undefined;
  return isIPv6(address) ? networkOf(address) : address;
}

function connectionOf(c: Context): string | undefined {
  // A hub that is asked without a socket, as in tests, has no connection.
  return c.env?.incoming === undefined ? undefined : getConnInfo(c).remote.address;
}

/** The first 64 bits: whoever has one address there has them all. */
function networkOf(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  return [...groups, ...zeros, ...after].slice(0, 4).join(':');
}
