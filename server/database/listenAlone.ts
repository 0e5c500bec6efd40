import { once } from 'node:events';
import { mkdir, rm, rmdir } from 'node:fs/promises';
import type { Server } from 'node:net';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { hasCode } from '../hasCode.ts';
import { SetupError } from '../setupError.ts';

/**
 * Listens on a Unix socket if no other process does, and holds the path from then on; whether it does. What a process that
 * was killed left there is taken away.
 *
 * To look, to take away and to listen are one step, under a folder beside the socket that only one process can make: another
 * would else take a socket away that is bound and does not listen yet. Throws a SetupError where there can be no socket, and
 * where that folder is still there after `patience` milliseconds: then its maker was killed, or stopped, in that step, and
 * no one but a person can tell.
 */
export async function listenAlone(server: Server, path: string, patience = 10_000): Promise<boolean> {
  const guard = `${path}.starting`;
  await enter(guard, Date.now() + patience);
  try {
    if (await isAlive(path)) return false;
    await rm(path, { force: true });
    server.listen(path);
    await once(server, 'listening');
    return true;
  } catch (error) {
    throw new SetupError(`The socket ${path} cannot be opened: ${error}`);
  } finally {
    await rmdir(guard);
  }
}

async function enter(guard: string, end: number): Promise<void> {
  for (;;) {
    try {
      return await mkdir(guard);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) throw new SetupError(`The folder ${guard} cannot be made: ${error}`);
    }
    if (Date.now() > end)
      throw new SetupError(
        `A hub was killed while it started. Make sure that none runs, and delete the folder ${guard}.`,
      );
    await setTimeout(20);
  }
}

/** Throws what says neither, such as a process that lives and accepts nothing more. */
async function isAlive(path: string): Promise<boolean> {
  const socket = connect(path);
  try {
    await once(socket, 'connect');
    return true;
  } catch (error) {
    // The latter: there is no socket at that path, on macOS.
    if (hasCode(error, 'ECONNREFUSED') || hasCode(error, 'ENOENT') || hasCode(error, 'ENOTSOCK')) return false;
    throw error;
  } finally {
    socket.destroy();
  }
}
