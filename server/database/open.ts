import type { Settings } from '../settings/settings.ts';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded.ts';
import type { HeldFolder } from './folder.ts';
import { holdFolder } from './folder.ts';
import { openPostgres } from './postgres.ts';

/** An open database; an embedded one comes with the folder that is held for it. */
export interface OpenDatabase extends Database {
  readonly folder: HeldFolder | null;
}

/** Opens the database of the settings, with all migrations run. Throws a SetupError when it cannot. */
export async function openDatabase({ databaseUrl, dataDir }: Settings): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) return { ...(await openPostgres(databaseUrl)), folder: null };
  const folder = await holdFolder(dataDir);
  try {
    const database = await openEmbedded(dataDir);
    return {
      ...database,
      folder,
      close: async () => {
        await database.close();
        await folder.release();
      },
    };
  } catch (error) {
    await folder.release();
    throw error;
  }
}
