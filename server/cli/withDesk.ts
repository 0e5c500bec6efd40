import { existsSync } from 'node:fs';
import { embeddedPath } from '../database/embedded.ts';
import { openDatabase } from '../database/open.ts';
import type { Desk } from '../desk/desk.ts';
import { deskOf } from '../desk/desk.ts';
import { deskThrough } from '../desk/door.ts';
import type { Settings } from '../settings/settings.ts';
import { SetupError } from '../setupError.ts';

/** Works through the hub that runs on the data folder, or else with the database itself. */
export async function withDesk(settings: Settings, work: (desk: Desk) => Promise<void>): Promise<void> {
  const { databaseUrl, dataDir } = settings;
  if (databaseUrl === undefined) {
    const running = await deskThrough(dataDir);
    if (running) return work(running);
    if (!existsSync(embeddedPath(dataDir))) throw new SetupError(`No hub has run on ${dataDir} (DATA_DIR) yet.`);
  }
  const database = await openDatabase(settings);
  try {
    await work(deskOf(database.db));
  } finally {
    await database.close();
  }
}
