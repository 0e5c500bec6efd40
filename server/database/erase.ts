import type { PGlite } from '@electric-sql/pglite';

/** Table → how many of its rows ceased to be what they were; transactions that failed count for every table. */
type Changes = ReadonlyMap<string, number>;

/**
 * Makes the function that takes out of the embedded database's files what is deleted in it. PostgreSQL leaves a deleted row
 * where it lies, and in its write-ahead log: so the tables in which something was deleted since the last time are written
 * anew, which nothing else can go on beside (about 4 ms for each MB of them), and the log begins a new file. The first
 * time all tables are: what happened before, nobody counted.
 */
export function makeErase(client: PGlite): () => Promise<void> {
  let erased: Changes = new Map();
  return async () => {
    const changes = await countChanges(client);
    const touched = [...changes].filter(([table, count]) => erased.get(table) !== count);
    if (touched.length === 0) return;
    for (const [table] of touched) await client.query(`vacuum full ${table}`);
    await client.query('select pg_switch_wal()');
    // Only now the old files are deleted.
    await client.query('checkpoint');
    erased = changes;
  };
}

async function countChanges(client: PGlite): Promise<Changes> {
  await client.query('select pg_stat_force_next_flush()');
  const { rows } = await client.query<{ table: string; count: number }>(`
    select relid::regclass::text as table, (n_tup_del + n_tup_upd + xact_rollback)::float8 as count
    from pg_stat_user_tables, pg_stat_database where datname = current_database()`);
  return new Map(rows.map(({ table, count }) => [table, count]));
}
