import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { catalogueFile } from './catalogue/catalogueFile.ts';
import { openDatabase } from './database/open.ts';
import { readDataFile } from './dataFile.ts';
import { createHub } from './hub.ts';
import { newsFile } from './news/newsFile.ts';
import type { Settings } from './settings.ts';
import { SetupError } from './setupError.ts';
import { createDoor } from './submissions/door.ts';
import { submissionsIn } from './submissions/inDatabase.ts';

/** How long, in milliseconds, a client may take. */
export interface Patience {
  /** From the first byte of a request to its last. */
  readonly request: number;
  /** Between two bytes of an answer. */
  readonly idle: number;
  /** For requests that are under way when the hub stops. */
  readonly stop: number;
}

const patience: Patience = { request: 60_000, idle: 60_000, stop: 10_000 };

export interface RunningHub {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Takes no more requests, finishes those under way, and closes the database. */
  stop(): Promise<void>;
}

/** Starts a hub. Throws a SetupError when there is something for the operator to put right. */
export async function startHub(settings: Settings, { request, idle, stop }: Patience = patience): Promise<RunningHub> {
  const news = await readDataFile(pathTo('data/news.json'), newsFile);
  const { extensions: catalogue } = await readDataFile(pathTo('data/catalogue.json'), catalogueFile);
  const database = await openDatabase(settings);
  try {
    database.folder?.serve(createDoor(submissionsIn(database.db)).fetch);
    const hub = createHub({
      db: database.db,
      news,
      catalogue,
      dropinFolder: pathTo('../dist/dropin'),
      demo: settings.demo,
    });
    const server = createServer(
      { requestTimeout: request, headersTimeout: Math.min(request, 15_000), connectionsCheckingInterval: request / 10 },
      getRequestListener(hub.fetch, { errorHandler: malformed }),
    );
    server.setTimeout(idle);
    await listen(server, settings);
    return {
      url: urlOf(server),
      stop: async () => {
        await close(server, stop);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

function pathTo(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}

async function listen(server: Server, { port, host }: Settings): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
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
