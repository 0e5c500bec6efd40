import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/** Browsers and proxies ask for one thing at a time. */
const MOST_AWAITED = 8;

/**
 * Closes a connection on which more is asked than that while the answers are still to come: who asks on without reading
 * would otherwise have all the answers lie in memory.
 */
export function limitPipelines(answer: RequestListener): RequestListener {
  const awaited = new WeakMap<Socket, number>();
  return (incoming, outgoing) => {
    const { socket } = incoming;
    const count = awaited.get(socket) ?? 0;
    if (count >= MOST_AWAITED) {
      socket.destroy();
      return;
    }
    awaited.set(socket, count + 1);
    outgoing.once('close', () => awaited.set(socket, (awaited.get(socket) ?? 1) - 1));
    answer(incoming, outgoing);
  };
}
