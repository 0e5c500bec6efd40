import { isIPv4, isIPv6, SocketAddress } from 'node:net';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/**
 * What an address counts as, with or without a port: of IPv4 the address itself, also where IPv6 holds it
 * (`::ffff:203.0.113.7`); of IPv6 the first 64 bits, for whoever has one address there has them all. Undefined for what is
 * no address.
 */
export function networkOf(text: string): string | undefined {
  const bare = text.replace(/^\[([^\]]*)\](:\d+)?$/, '$1').replace(/^([\d.]+):\d+$/, '$1');
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return undefined;
  // However it was written, this is its one canonical form.
  const { address } = new SocketAddress({ address: bare, family: 'ipv6' });
  const mapped = address.replace(/^::ffff:/, '');
  return isIPv4(mapped) ? mapped : firstHalf(address);
}

/** As `networkOf`, but undefined for this machine: a connection from here is a proxy's, and stands for everybody. */
export function networkBeyond(address: string): string | undefined {
  return LOOPBACK.test(address) ? undefined : networkOf(address);
}

function firstHalf(address: string): string {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0');
  return [...groups, ...zeros, ...after].slice(0, 4).join(':');
}
