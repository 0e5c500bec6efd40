import { request } from 'node:http';
import { Hono } from 'hono';
import { socketOf } from '../database/folder.ts';
import { SetupError } from '../setupError.ts';
import type { Submissions } from './submission.ts';
import { submissionPage } from './submission.ts';

/**
 * What a running hub answers on the socket of its data folder. The embedded database lets in one process only, so whoever
 * wants to read it meanwhile asks that process; who may open the socket is decided by the folder's permissions.
 */
export function createDoor(submissions: Submissions): Hono {
  const door = new Hono();
  door.get('/', (c) => c.body(null, 200));
  door.get('/submissions', async (c) => c.json(await submissions(c.req.query('from') ?? null)));
  return door;
}

/** The stored messages of the hub that runs on the folder; null when none does. Throws a SetupError while it starts. */
export async function submissionsThrough(dataDir: string): Promise<Submissions | null> {
  const ask: Submissions = async (from) => {
    const query = from === null ? '' : `?${new URLSearchParams({ from })}`;
    return submissionPage.parse(JSON.parse(await get(socketOf(dataDir), `/submissions${query}`)));
  };
  try {
    await get(socketOf(dataDir), '/');
    return ask;
  } catch (error) {
    if (error instanceof SetupError) throw error;
    return null;
  }
}

/** Gets over a Unix socket, which `fetch` cannot. */
function get(socketPath: string, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request({ socketPath, path }, async (response) => {
      if (response.statusCode !== 200) {
        reject(new SetupError('The hub that runs there cannot answer now. Try again in a moment.'));
      }
      try {
        resolve((await response.toArray()).map(String).join(''));
      } catch (error) {
        reject(error);
      }
    });
    asked.once('error', reject);
    asked.end();
  });
}
