import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { and, getTableColumns, getTableName, isNull, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../../server/database/database.ts';
import { smtp } from '../../server/mail/smtp.ts';
import { blend } from '../../server/newsletter/blend.ts';
import { confirm } from '../../server/newsletter/confirm.ts';
import { deliverDue, mailTimes } from '../../server/newsletter/postman.ts';
import { confirmationTokens, mails, signUps, subscribers, unsubscribeTokens } from '../../server/newsletter/tables.ts';
import { newToken } from '../../server/newsletter/token.ts';
import { unsubscribe } from '../../server/newsletter/unsubscribe.ts';
import { submissions } from '../../server/submissions/tables.ts';
import { feedback, post, signUp } from './envelope.ts';
import type { TestHub } from './inProcess.ts';
import type { MailServer } from './mailServer.ts';
import { linkIn, startMailServer } from './mailServer.ts';
import { onBothDatabases } from './onBothDatabases.ts';

onBothDatabases('a sign-up and what an install sent at the same moment are not to be matched', unlinked, (hub) => {
  test('nobody who confirms waits for that in vain, nor does it for them', async () => {
    const { db } = hub().database;
    const people = Array.from({ length: 5 }, (_, at) => `person${at}@crm.example`);
    const waiting = Array.from({ length: 200 }, (_, at) => {
      const email = people[at % people.length] ?? '';
      return {
        row: { id: randomUUID(), withdrawHash: '', bodyHash: '', receivedOn: new Date(), email },
        ...newToken(),
      };
    });
    await db.insert(signUps).values(waiting.map(({ row }) => row));
    await db.insert(confirmationTokens).values(waiting.map(({ row, hash }) => ({ hash, signUpId: row.id })));
    await whileBlending(db, async () => {
      for (let one = waiting.pop(); one; one = waiting.pop()) assert.equal(await confirm(db, one.token), true);
    });
  });

  test('nobody who unsubscribes does, with several sign-ups of theirs', async () => {
    const { db } = hub().database;
    const people = Array.from({ length: 60 }, (_, at) => ({ email: `reader${at}@crm.example`, ...newToken() }));
    const rowOf = (email: string | null) => ({
      id: randomUUID(),
      withdrawHash: '',
      bodyHash: '',
      receivedOn: new Date(),
      email,
    });
    for (const { email, hash } of people) {
      const [subscriber] = await db.insert(subscribers).values({ email, address: email }).returning();
      assert.ok(subscriber);
      const subscriberId = subscriber.id;
      await db.insert(unsubscribeTokens).values({ hash, subscriberId });
      await db.insert(signUps).values([rowOf(email), { ...rowOf(null), subscriberId }, rowOf(email)]);
    }
    await whileBlending(db, async () => {
      for (let one = people.pop(); one; one = people.pop()) assert.equal(await unsubscribe(db, one.token), true);
    });
  });
});

/** Four that do it at a time, while the sign-ups are written once more again and again. */
async function whileBlending(db: Db, work: () => Promise<void>): Promise<void> {
  let over = false;
  const blending = (async () => {
    while (!over) await blend(db);
  })();
  await Promise.all(Array.from({ length: 4 }, work)).finally(() => {
    over = true;
  });
  await blending;
}

function unlinked(hub: () => TestHub) {
  const tables: readonly PgTable[] = [signUps, confirmationTokens, mails, subscribers];
  let server: MailServer;
  const receipts: string[] = [];

  /** Three people, each of whom sends feedback, signs up and sends feedback again; two of them confirm. */
  before(async () => {
    server = await startMailServer();
    for (const email of ['ada@crm.example', 'bob@crm.example', 'eve@crm.example']) {
      await hub().ask('/v1/feedback', post(feedback()));
      const answer = await hub().ask('/v1/subscriptions', post(signUp({ email })));
      receipts.push((await answer.json()).receivedAt);
      await hub().ask('/v1/feedback', post(feedback()));
    }
    const publicUrl = 'https://hub.example';
    const send = smtp({ smtpUrl: server.url, from: 'news@vendor.example', publicUrl });
    const masthead = { title: 'News', publicUrl };
    const parts = { db: hub().database.db, send, masthead, times: mailTimes };
    await deliverDue(parts, new AbortController().signal);
    assert.equal(server.mails.length, 3);
    for (const mail of server.mails.slice(1)) await hub().ask(linkIn(mail, 'confirm'), { method: 'POST' });
  });
  after(() => server.close());

  test('by a time: of a sign-up nothing finer than the day is kept or told', async () => {
    for (const table of tables) {
      for (const [name, column] of Object.entries(getTableColumns(table))) {
        if (!column.getSQLType().startsWith('timestamp')) continue;
        const finer = and(sql`${column} is not null`, sql`${column} <> date_trunc('day', ${column}, 'utc')`);
        const rows = await hub().database.db.select({ one: sql`1` }).from(table).where(finer);
        assert.equal(rows.length, 0, `${getTableName(table)}.${name}`);
      }
    }
    assert.equal(receipts.length, 3);
    for (const receivedAt of receipts) assert.match(receivedAt, /T00:00:00\.000Z$/);
  });

  test('by when its mail is tried again: what no mail server takes waits for the quarter of an hour, and no try is counted', async (t) => {
    const { db } = hub().database;
    await hub().ask('/v1/subscriptions', post(signUp({ email: 'away@crm.example' })));
    const publicUrl = 'https://hub.example';
    const send = smtp({ smtpUrl: 'smtp://127.0.0.1:1', from: 'news@vendor.example', publicUrl });
    t.mock.method(console, 'error', () => {});
    const parts = { db, send, masthead: { title: 'News', publicUrl }, times: mailTimes };
    await deliverDue(parts, new AbortController().signal);
    const [waiting, ...more] = await db.select().from(mails).where(isNull(mails.sentOn));
    assert.ok(waiting && more.length === 0);
    const { id, signUpId, madeOn, dueAt, ...rest } = waiting;
    assert.ok(dueAt.getTime() > Date.now() - 60_000);
    assert.equal(dueAt.getTime() % (15 * 60_000), 0);
    assert.deepEqual(rest, { subscriberId: null, issueId: null, leasedUntil: null, sentOn: null, failedOn: null });
  });

  test('by the number of its transaction: after the next hour all that are recent have one and the same', async () => {
    const number = sql<number>`xmin::text::bigint::float8`;
    const { db } = hub().database;
    const numbersOf = async (table: PgTable) => {
      const rows = await db.select({ number }).from(table);
      return new Set(rows.map((row) => row.number));
    };
    assert.ok((await numbersOf(signUps)).size > 1);
    await blend(db);
    const all = await Promise.all(tables.map(async (table) => [...(await numbersOf(table))]));
    assert.equal(new Set(all.flat()).size, 1);
    for (const messages of await numbersOf(submissions)) assert.ok(messages < (all[0]?.[0] ?? 0));
  });

  test('by an order: no id is a number that grows', async () => {
    const { db } = hub().database;
    const sequences = sql`(select * from information_schema.sequences where sequence_schema = 'public') as sequences`;
    assert.deepEqual(await db.select({ one: sql`1` }).from(sequences), []);
  });
}
