import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogueFile } from '../../server/catalogue/catalogueFile.ts';
import type { OpenDatabase } from '../../server/database/open.ts';
import { openDatabase } from '../../server/database/open.ts';
import { readDataFile } from '../../server/dataFile.ts';
import { createHub } from '../../server/hub.ts';
import { createRateLimits, defaultRates } from '../../server/limits/limits.ts';
import { newsFile } from '../../server/news/newsFile.ts';
import type { Settings } from '../../server/settings/settings.ts';

export const seedNews = () => readDataFile('server/data/news.json', newsFile);
export const seedCatalogue = () => readDataFile('server/data/catalogue.json', catalogueFile);

/** A hub in this process, asked without a socket, on a database of its own. */
export interface TestHub {
  readonly database: OpenDatabase;
  readonly dataDir: string;
  /** A folder for drop-in files, empty. */
  readonly dropinFolder: string;
  ask(path: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

/** Opens a hub with these settings and defaults for the rest; its embedded database lies in a new folder. */
export async function openHub(settings: Partial<Settings> = {}): Promise<TestHub> {
  const folder = mkdtempSync(join(tmpdir(), 'noticeboard-hub-'));
  const all = { port: 0, host: '127.0.0.1', dataDir: folder, demo: true, ...settings };
  const database = await openDatabase(all);
  const { extensions: catalogue } = await seedCatalogue();
  const hub = createHub({
    db: database.db,
    news: await seedNews(),
    catalogue,
    limits: createRateLimits(all.rates ?? defaultRates),
    publicUrl: all.publicUrl,
    dropinFolder: folder,
    demo: all.demo,
    trustProxy: all.trustProxy ?? 0,
  });
  return {
    database,
    dataDir: all.dataDir,
    dropinFolder: folder,
    ask: async (path, init) => hub.request(path, init),
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
