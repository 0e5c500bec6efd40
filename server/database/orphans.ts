import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';

/**
 * Deletes the files of tables that a killed process was about to write, and what it was sorting: PostgreSQL never looks at
 * them again, nor deletes them, and they may hold what people wrote. Only for a database that was just opened.
 */
export async function removeOrphans(client: PGlite, folder: string): Promise<void> {
  const { rows } = await client.query<{ path: string }>(
    'select pg_relation_filepath(oid) as path from pg_class where pg_relation_filepath(oid) is not null',
  );
  const known = new Set(rows.map(({ path }) => path));
  const [catalogue] = (await client.query<{ path: string }>("select pg_relation_filepath('pg_class') as path")).rows;
  if (!catalogue) return;
  const place = dirname(catalogue.path);
  for (const name of await readdir(join(folder, place))) {
    // A table's file is a number; further forks and pieces of it have something after that.
    const [number] = /^\d+(?=$|[_.])/.exec(name) ?? [];
    if (number !== undefined && !known.has(`${place}/${number}`)) await rm(join(folder, place, name));
  }
  await rm(join(folder, 'base', 'pgsql_tmp'), { recursive: true, force: true });
}
