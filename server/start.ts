import { fileURLToPath } from 'node:url';
import { catalogueFile } from './catalogue/catalogueFile.ts';
import { startChores } from './chores.ts';
import { openDatabase } from './database/open.ts';
import { readDataFile } from './dataFile.ts';
import { cataloguePath, newsPath } from './dataPaths.ts';
import { deskOf } from './desk/desk.ts';
import { createDoor } from './desk/door.ts';
import { createHub } from './hub.ts';
import { createRateLimits, defaultRates } from './limits/limits.ts';
import type { Patience } from './listen.ts';
import { listen } from './listen.ts';
import { newsFile } from './news/newsFile.ts';
import type { Settings } from './settings/settings.ts';

/** A report with a picture may take its client 89 seconds. */
const patience: Patience = { request: 100_000, idle: 60_000, stop: 10_000 };

export interface RunningHub {
  /** Where it listens, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** Takes no more requests, finishes those under way and the mail that is being sent, and closes the database. */
  stop(): Promise<void>;
}

/** Starts a hub. Throws a SetupError when there is something for the operator to put right. */
export async function startHub(settings: Settings, wait: Patience = patience): Promise<RunningHub> {
  const news = await readDataFile(newsPath, newsFile);
  const { extensions: catalogue } = await readDataFile(cataloguePath, catalogueFile);
  const database = await openDatabase(settings);
  try {
    database.folder?.serve(createDoor(deskOf(database.db)).fetch);
    const hub = createHub({
      db: database.db,
      news,
      catalogue,
      limits: createRateLimits(settings.rates ?? defaultRates),
      publicUrl: settings.publicUrl,
      dropinFolder: fileURLToPath(new URL('../dist/dropin', import.meta.url)),
      demo: settings.demo,
      trustProxy: settings.trustProxy ?? 0,
    });
    const { url, close } = await listen(hub, settings, wait);
    const chores = startChores(database, settings, news.title);
    return {
      url,
      stop: async () => {
        await Promise.all([close(), chores.stop(wait.stop)]);
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
