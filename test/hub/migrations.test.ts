import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { migrationsFolder } from '../../server/database/database.ts';
import { schema } from '../../server/database/schema.ts';
import { skipWithoutPostgres, startCluster } from './cluster.ts';
import { openHub } from './inProcess.ts';

test('the migrations make the very tables of the schema', async () => {
  const { entries } = JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8'));
  const newest = String(entries.length - 1).padStart(4, '0');
  const last = JSON.parse(readFileSync(`${migrationsFolder}/meta/${newest}_snapshot.json`, 'utf8'));
  assert.deepEqual(await generateMigration(last, generateDrizzleJson(schema, last.id)), []);
});

test('several hubs may start on one PostgreSQL at once', { skip: skipWithoutPostgres }, async () => {
  const cluster = await startCluster();
  try {
    const address = await cluster.createDatabase();
    const hubs = await Promise.all(Array.from({ length: 6 }, () => openHub({ databaseUrl: address })));
    const statuses = await Promise.all(hubs.map(async (hub) => (await hub.ask('/readyz')).status));
    assert.deepEqual(statuses, Array(6).fill(200));
    for (const hub of hubs) await hub.close();
  } finally {
    await cluster.remove();
  }
});
