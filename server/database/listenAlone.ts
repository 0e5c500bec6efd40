import { once } from 'node:events';
import { mkdir, rm, rmdir, stat } from 'node:fs/promises';
import type { Server } from 'node:net';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { SetupError } from '../setupError.ts';

/** What was begun and not ended by then, in milliseconds, will not be: it takes two calls of the system. */
const ABANDONED = 10_000;

/**
 * Listens on a Unix socket if no other process does, and holds the path from then on; whether it does. What a process that
 * was killed left there is taken away. Throws a SetupError where there can be no socket.
 */
export async function listenAlone(server: Server, path: string): Promise<boolean> {
  while (!(await listen(server, path))) {
    if (await isAlive(path)) return false;
    await removeDead(path);
  }
  return true;
}

/**
 * Takes away the socket of a process that was killed. One at a time, by a folder that only one can make: else a second
 * would take away what the first has put in its place. Returns without having done so where another is about it.
 */
async function removeDead(path: string): Promise<void> {
  const guard = `${path}.removing`;
  try {
    await mkdir(guard);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
    const begun = (await stat(guard).catch(() => null))?.mtimeMs ?? Date.now();
    if (Math.abs(Date.now() - begun) > ABANDONED) await rmdir(guard).catch(() => {});
    await setTimeout(10);
    return;
  }
  try {
    if (!(await isAlive(path))) await rm(path, { force: true });
  } finally {
    await rmdir(guard);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/** Whether the path was free to listen on. */
async function listen(server: Server, path: string): Promise<boolean> {
  server.listen(path);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if (hasCode(error, 'EADDRINUSE')) return false;
    throw new SetupError(`The socket ${path} cannot be opened: ${error}`);
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
