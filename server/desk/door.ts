import { request } from 'node:http';
import { Hono } from 'hono';
import { socketOf } from '../database/folder.ts';
import { issue, madeIssue } from '../newsletter/issue.ts';
import { SetupError } from '../setupError.ts';
import { submissionPage } from '../submissions/submission.ts';
import type { Desk } from './desk.ts';

/**
 * What a running hub answers on the socket of its data folder. The embedded database lets in one process only, so whoever
 * wants to use it meanwhile asks that process; who may open the socket is decided by the folder's permissions.
 */
export function createDoor(desk: Desk): Hono {
  const door = new Hono();
  door.get('/', (c) => c.body(null, 200));
  door.get('/submissions', async (c) => c.json(await desk.submissions(c.req.query('from') ?? null)));
  door.post('/issues/plan', async (c) => c.json(await desk.planIssue(issue.parse(await c.req.json()))));
  door.post('/issues', async (c) => c.json(await desk.makeIssue(issue.parse(await c.req.json()))));
  return door;
}

/** The desk of the hub that runs on the folder; null when none does. Throws a SetupError while it starts. */
export async function deskThrough(dataDir: string): Promise<Desk | null> {
  const socket = socketOf(dataDir);
  try {
    await ask(socket, '/');
  } catch (error) {
    if (error instanceof SetupError) throw error;
    return null;
  }
  return {
    submissions: async (from) => {
      const query = from === null ? '' : `?${new URLSearchParams({ from })}`;
      return submissionPage.parse(JSON.parse(await ask(socket, `/submissions${query}`)));
    },
    planIssue: async (planned) => madeIssue.parse(JSON.parse(await ask(socket, '/issues/plan', planned))),
    makeIssue: async (made) => madeIssue.parse(JSON.parse(await ask(socket, '/issues', made))),
  };
}

/** Asks over a Unix socket, which `fetch` cannot; with a body it is a POST. */
function ask(socketPath: string, path: string, body?: object): Promise<string> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const asked = request({ socketPath, path, method }, async (response) => {
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
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
