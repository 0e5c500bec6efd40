import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it arrived, byte for byte. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface TestHub {
  readonly url: string;
  readonly received: Received[];
  close(): Promise<void>;
}

/** A server on loopback that notes every request, and answers as it is told. */
export async function startHub(respond: (response: ServerResponse, request: Received) => void): Promise<TestHub> {
  const received: Received[] = [];
  const server = createServer(async (message, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of message) chunks.push(chunk as Buffer);
    const { method = '', url = '', headers } = message;
    const request = { method, url, headers, body: Buffer.concat(chunks) };
    received.push(request);
    respond(response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Takes every message, as the hub does. */
export function takeMessage(response: ServerResponse, { body }: Received): void {
  const { id } = JSON.parse(body.toString('utf8')) as { id: string };
  response.writeHead(201, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ id, receivedAt: '2026-11-24T08:00:00.000Z' }));
}
