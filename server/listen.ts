import { once } from 'node:events';
import type { Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { hasCode } from './hasCode.ts';
import { networkBeyond } from './limits/address.ts';
import { limitConnections } from './limits/limitConnections.ts';
import { limitPipelines } from './limits/limitPipelines.ts';
import type { Settings } from './settings/settings.ts';
import { SetupError } from './setupError.ts';

/** How long, in milliseconds, a client may take. */
export interface Patience {
  /** From the first byte of a request to its last. */
  readonly request: number;
  /** Between two bytes of an answer. */
  readonly idle: number;
  /** For requests that are under way when the hub stops. */
  readonly stop: number;
}

const MOST_CONNECTIONS = 1_000;
const MOST_HEADERS = 100;

export interface Listening {
  /** Such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Takes no more requests, and finishes those under way. */
  close(): Promise<void>;
}

/** Answers on the port of the settings. Throws a SetupError when it cannot. */
export async function listen(app: Hono, settings: Settings, { request, idle, stop }: Patience): Promise<Listening> {
  const answer = getRequestListener(app.fetch, { errorHandler: malformed });
  const server = createServer(
    { requestTimeout: request, headersTimeout: Math.min(request, 15_000), connectionsCheckingInterval: request / 10 },
    limitPipelines((incoming, outgoing) => {
      // Names and values by turns.
      if (incoming.rawHeaders.length > 2 * MOST_HEADERS) return refuseHeaders(outgoing);
      return answer(incoming, outgoing);
    }),
  );
  // Behind proxies, all connections are theirs.
  if (!settings.trustProxy) limitConnections(server, networkBeyond);
  server.setTimeout(idle);
  server.maxConnections = MOST_CONNECTIONS;
  // Node drops what is more, without a word, and X-Forwarded-For may be in it: so one more is read, and refused.
  server.maxHeadersCount = MOST_HEADERS + 1;
  await open(server, settings);
  return { url: urlOf(server), close: () => close(server, stop) };
}

async function open(server: Server, { port, host }: Settings): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const taken = hasCode(error, 'EADDRINUSE');
    throw new SetupError(
      taken ? `Port ${port} is taken. Set PORT to another one.` : `Port ${port} on ${host} cannot be used: ${error}`,
    );
  }
}

async function close(server: Server, bound: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that has had its answer is idle only then, and would be kept for the next request.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const late = setTimeout(() => server.closeAllConnections(), bound);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}

function refuseHeaders(outgoing: ServerResponse): void {
  const body = { error: { code: 'bad-request', message: `A request may have ${MOST_HEADERS} headers at most.` } };
  outgoing.writeHead(431, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', Connection: 'close' });
  outgoing.end(JSON.stringify(body));
}

/** The answer to a request that cannot even be read, such as one with a Host header that is no host. */
function malformed(): Response {
  return Response.json({ error: { code: 'bad-request', message: 'The request is malformed.' } }, { status: 400 });
}

function urlOf(server: Server): string {
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('a TCP server has a port');
  const { address, port, family } = listening;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
