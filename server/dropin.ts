import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { problemResponse } from './http/problem.ts';
import { refuse } from './http/reply.ts';

/** Seconds for which caches may keep the drop-in's files without asking. */
const DROPIN_AGE = 300;

/** Serves the scripts of the drop-in from the folder that the build writes; read anew each time, so a build shows at once. */
export function serveDropin(app: Hono, folder: string): void {
  app.get('/:file{[\\w-]+\\.js}', async (c) => {
    const file = c.req.param('file');
    try {
      const script = await readFile(join(folder, file));
      return c.body(script, 200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': `public, max-age=${DROPIN_AGE}`,
      });
    } catch {
      if (file !== 'noticeboard.js') return c.notFound();
      return problemResponse(
        c,
        refuse('not-found', 'The drop-in is not built yet: run `npm run build` beside the hub.'),
      );
    }
  });
}
