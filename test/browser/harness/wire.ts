import type { Server } from 'node:http';

/** A request in the very bytes that came over the wire. */
export interface WireRequest {
  /** Request line and headers, as they came. */
  readonly head: string;
  readonly body: string;
}

/** Listens in on all connections to the server, and returns what came, in the order in which it was complete. */
export function listenIn(server: Server): readonly WireRequest[] {
  const requests: WireRequest[] = [];
  server.on('connection', (socket) => {
    let bytes = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      bytes = Buffer.concat([bytes, chunk]);
      for (let next = first(bytes); next; next = first(bytes)) {
        requests.push(next.request);
        bytes = bytes.subarray(next.length);
      }
    });
  });
  return requests;
}

/** The first request of what came over one connection; null while it is not complete. */
function first(bytes: Buffer): { request: WireRequest; length: number } | null {
  const end = bytes.indexOf('\r\n\r\n');
  if (end === -1) return null;
  const head = bytes.toString('latin1', 0, end);
  const start = end + 4;
  const length = start + Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  if (bytes.length < length) return null;
  return { request: { head, body: bytes.toString('utf8', start, length) }, length };
}
