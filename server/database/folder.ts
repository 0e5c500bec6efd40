import { chmod, mkdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { relative, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { SetupError } from '../setupError.ts';
import { listenAlone } from './listenAlone.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

/** A data folder that this process alone uses. */
export interface HeldFolder {
  /** Answers what other processes of this machine's user ask through the folder's socket. */
  serve(fetch: Fetch): void;
  release(): Promise<void>;
}

/** The Unix socket by which the holder of a data folder can be asked. The shorter form: it may have 107 bytes. */
export function socketOf(dataDir: string): string {
  const absolute = resolve(dataDir, 'hub.sock');
  const fromHere = relative(process.cwd(), absolute);
  return fromHere.length < absolute.length ? fromHere : absolute;
}

/**
 * Makes the folder, and holds it by listening on a socket in it: the embedded database would be damaged by a second
 * process, and a socket, unlike a lock file, tells by itself whether its owner still lives. Throws a SetupError when
 * another process holds the folder.
 */
export async function holdFolder(dataDir: string): Promise<HeldFolder> {
  await makeFolder(dataDir);
  const path = socketOf(dataDir);
  let fetch: Fetch = () => new Response(null, { status: 503 });
  const server = createServer(getRequestListener((request) => fetch(request)));
  if (!(await listenAlone(server, path)))
    throw new SetupError(`Another hub is running on ${dataDir}. Stop it, or set DATA_DIR.`);
  await chmod(path, 0o600);
  return {
    serve: (handler) => {
      fetch = handler;
    },
    release: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function makeFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new SetupError(`The folder ${dataDir} (DATA_DIR) cannot be made: ${String(error)}`);
  }
}
