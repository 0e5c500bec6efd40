import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { getTableName, sql } from 'drizzle-orm';
import { embeddedPath } from '../../server/database/embedded.ts';
import { tables } from '../../server/database/schema.ts';
import { defaultDays } from '../../server/retention/kinds.ts';
import { sweep } from '../../server/retention/sweep.ts';
import { skipWithoutPostgres, startCluster } from './cluster.ts';
import { feedback, post, withdrawal } from './envelope.ts';
import type { TestHub } from './inProcess.ts';
import { openHub } from './inProcess.ts';
import type { Recognisable } from './remains.ts';
import { remainsIn, sendRecognisable } from './remains.ts';
import { newFolder } from './spawned.ts';

const CENTURY = 100 * 365 * 86_400_000;

async function withdrawAll(hub: TestHub, { messages }: Recognisable) {
  for (const message of messages) {
    assert.equal((await hub.ask('/v1/withdrawals', post(withdrawal(message)))).status, 200);
  }
}

/** All pieces are on the disk: so the search finds what is there. */
async function assertStored(hub: TestHub, folder: string, pieces: Recognisable['pieces']) {
  await hub.database.db.execute(sql`checkpoint`);
  const found = remainsIn(folder, pieces).join('\n');
  for (const piece of Object.keys(pieces)) assert.ok(found.includes(piece), `${piece} is on the disk`);
}

describe("nothing of what was deleted stays in the embedded database's files", () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.close());

  test('when it was withdrawn', async () => {
    const sent = await sendRecognisable(hub);
    const others = await sendRecognisable(hub);
    await assertStored(hub, hub.dataDir, sent.pieces);
    await withdrawAll(hub, sent);
    await hub.database.erase();
    assert.deepEqual(remainsIn(hub.dataDir, sent.pieces), []);
    await assertStored(hub, hub.dataDir, others.pieces);
  });

  test('when it is too old', async () => {
    const sent = await sendRecognisable(hub);
    await withdrawAll(hub, { ...sent, messages: sent.messages.slice(-1) });
    await assertStored(hub, hub.dataDir, { text: sent.pieces.text ?? '' });
    await sweep(hub.database.db, defaultDays, new Date(Date.now() + CENTURY));
    await hub.database.erase();
    assert.deepEqual(remainsIn(hub.dataDir, sent.pieces), []);
  });

  test('when it was never stored, for its transaction failed', async () => {
    await hub.database.erase();
    await sendRecognisable(hub);
    const text = 'recognisable, and rolled back';
    const again = sql`insert into submissions select id, feature, schema, policy, ${text}, body_hash, fields from submissions`;
    await assert.rejects(async () => hub.database.db.execute(again));
    await assertStored(hub, hub.dataDir, { text });
    await hub.database.erase();
    assert.deepEqual(remainsIn(hub.dataDir, { text }), []);
  });

  test('while nothing is deleted nothing is written anew', async () => {
    await hub.ask('/v1/feedback', post(feedback()));
    await hub.database.erase();
    const path = sql<string>`pg_relation_filepath('submissions')`;
    const files = () => hub.database.db.select({ path }).from(sql`generate_series(1, 1)`);
    const before = await files();
    await hub.ask('/v1/feedback', post(feedback()));
    await hub.database.erase();
    assert.deepEqual(await files(), before);
  });

  test('when the process was killed while it rewrote a table', async () => {
    const sent = await sendRecognisable(hub);
    const dataDir = newFolder();
    const halfway = hub.database.db.transaction(async (tx) => {
      await tx.execute(sql`create table half_written as select * from submissions`);
      await tx.execute(sql`checkpoint`);
      await tx.execute(sql`select pg_switch_wal()`);
      // What lies on the disk now is what a killed process leaves.
      cpSync(embeddedPath(hub.dataDir), embeddedPath(dataDir), { recursive: true });
      throw new Error('killed');
    });
    await assert.rejects(halfway, /killed/);
    const restarted = await openHub({ dataDir });
    try {
      await withdrawAll(restarted, sent);
      await restarted.database.erase();
      assert.deepEqual(remainsIn(dataDir, sent.pieces), []);
    } finally {
      await restarted.close();
      rmSync(dataDir, { recursive: true });
    }
  });
});

test("on PostgreSQL the documentation's commands leave nothing", { skip: skipWithoutPostgres }, async () => {
  const cluster = await startCluster();
  const hub = await openHub({ databaseUrl: await cluster.createDatabase() });
  try {
    const { db, erase } = hub.database;
    const sent = await sendRecognisable(hub);
    await db.execute(sql`analyze`);
    await assertStored(hub, cluster.folder, sent.pieces);
    await withdrawAll(hub, sent);
    await erase();
    const [, commands = ''] = /```sql\n(.*?)```/s.exec(readFileSync('docs/hub.md', 'utf8')) ?? [];
    const statements = commands.split(';').filter((statement) => /\S/.test(statement));
    for (const table of tables)
      assert.ok(commands.includes(`VACUUM FULL ${getTableName(table)};`), getTableName(table));
    for (const statement of statements) await db.execute(sql.raw(statement));
    assert.deepEqual(remainsIn(cluster.folder, sent.pieces), []);
  } finally {
    await hub.close();
    await cluster.remove();
  }
});
