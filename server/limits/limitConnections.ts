import type { Server, Socket } from 'node:net';
import { createKeyedHash } from './keyedHash.ts';

/** A browser opens six to a host, and an office of many browsers may have one address. */
const MOST_FROM_ONE = 100;

/**
 * Closes what a network opens beyond its share of the server's connections. `networkAt` says what an address counts as, or
 * undefined where it is not counted. Networks are known by their hashes, and for as long as they have a connection.
 */
export function limitConnections(server: Server, networkAt: (address: string) => string | undefined): void {
  const hashOf = createKeyedHash();
  const open = new Map<string, number>();
  const change = (hash: string, by: 1 | -1) => {
    const count = (open.get(hash) ?? 0) + by;
    if (count > 0) open.set(hash, count);
    else open.delete(hash);
  };
  server.on('connection', (socket: Socket) => {
    const network = networkAt(socket.remoteAddress ?? '');
    if (network === undefined) return;
    // By one key for as long as the process lives: a day's would not know a connection of the day before.
    const hash = hashOf(network, 0);
    if ((open.get(hash) ?? 0) >= MOST_FROM_ONE) {
      socket.destroy();
      return;
    }
    change(hash, 1);
    socket.once('close', () => change(hash, -1));
  });
}
