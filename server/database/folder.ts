import { chmod, mkdir, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { relative, resolve } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { SetupError } from '../setupError.ts';

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
  if (await isAlive(path)) throw new SetupError(`Another hub is running on ${dataDir}. Stop it, or set DATA_DIR.`);
  await rm(path, { force: true });
  let fetch: Fetch = () => new Response(null, { status: 503 });
  const server = createServer(getRequestListener((request) => fetch(request)));
  await listen(server, path);
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

function isAlive(path: string): Promise<boolean> {
  return new Promise((answer) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      answer(true);
    });
    socket.once('error', () => answer(false));
  });
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error) => fail(new SetupError(`The socket ${path} cannot be opened: ${error.message}`)));
    server.listen(path, done);
  });
}
