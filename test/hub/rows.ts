import { PGlite } from '@electric-sql/pglite';
import { embeddedPath } from '../../server/database/embedded.ts';

/** Table → its rows: all that is in the embedded database of that data folder, which no hub may hold meanwhile. */
export async function rowsIn(dataDir: string): Promise<Record<string, unknown[]>> {
  const database = await PGlite.create(embeddedPath(dataDir));
  try {
    const tables = await database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    const rows: Record<string, unknown[]> = {};
    for (const { name } of tables.rows) rows[name] = (await database.query(`select * from "${name}"`)).rows;
    return rows;
  } finally {
    await database.close();
  }
}
