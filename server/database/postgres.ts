import { getTableName } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { errorLine } from '../errorLine.ts';
import { SetupError } from '../setupError.ts';
import type { Database } from './database.ts';
import { migrationsFolder } from './database.ts';
import { tables } from './schema.ts';

/** Any number, the same in every hub process: who holds this advisory lock runs the migrations. */
const MIGRATION_LOCK = 5_620_118_347;

/** Opens PostgreSQL and brings it up to date; several processes may do so at once. Throws a SetupError when it cannot. */
export async function openPostgres(databaseUrl: string): Promise<Database> {
  try {
    await bringUpToDate(databaseUrl);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`PostgreSQL cannot be used (DATABASE_URL): ${errorLine(error)}`);
  }
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    query_timeout: 12_000,
    keepAlive: true,
  });
  // A connection that breaks while nobody uses it must not end the process; the pool replaces it.
  pool.on('error', (error) => console.error(`The database closed a connection: ${errorLine(error)}`));
  return { db: drizzle({ client: pool }), erase: () => vacuum(databaseUrl), close: () => pool.end() };
}

/**
 * Gives free what deleted rows took, so that no query finds them and new rows come to lie on them; requests go on. Left to
 * itself PostgreSQL would wait until a fifth of a table is deleted.
 */
async function vacuum(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    for (const table of tables) await client.query(`vacuum (skip_locked) ${getTableName(table)}`);
  } finally {
    await client.end();
  }
}

async function bringUpToDate(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const encoding = await client.query<{ server_encoding: string }>('show server_encoding');
    if (encoding.rows[0]?.server_encoding !== 'UTF8') {
      throw new SetupError(
        'The database (DATABASE_URL) must have the encoding UTF8, or it could not hold every message.',
      );
    }
    // The lock belongs to the connection and ends with it.
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await migrate(drizzle({ client }), { migrationsFolder });
  } finally {
    await client.end();
  }
}
