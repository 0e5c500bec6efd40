import { rmSync } from 'node:fs';
import { skipWithoutPostgres, startCluster } from '../hub/cluster.ts';
import { newFolder } from '../hub/spawned.ts';

/** Runs something on both databases, one after the other, each new and empty, by the variables that lead a hub to it. */
export async function onEachDatabase(
  run: (database: string, variables: Record<string, string>) => Promise<void>,
): Promise<void> {
  const folder = newFolder();
  await run('PGlite', { DATA_DIR: folder });
  rmSync(folder, { recursive: true });
  if (skipWithoutPostgres) {
    console.log(`PostgreSQL: left out. ${skipWithoutPostgres}.`);
    return;
  }
  const cluster = await startCluster();
  try {
    await run('PostgreSQL', { DATABASE_URL: await cluster.createDatabase() });
  } finally {
    await cluster.remove();
  }
}
