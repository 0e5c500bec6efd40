import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../server/database/open.ts';
import { deskThrough } from '../../server/desk/door.ts';
import { issues, mails, signUps, subscribers, unsubscribeTokens } from '../../server/newsletter/tables.ts';
import type { RetentionKind } from '../../server/retention/kinds.ts';
import { daysOf, defaultDays, retention, retentionTable } from '../../server/retention/kinds.ts';
import { sweep } from '../../server/retention/sweep.ts';
import { startHub } from '../../server/start.ts';
import { submissions } from '../../server/submissions/tables.ts';
import { announced, withdrawn } from '../../server/withdrawals/tables.ts';
import { feedback, issue, post, signUp, withdrawal } from './envelope.ts';
import type { TestHub } from './inProcess.ts';
import { openHub } from './inProcess.ts';
import { remainsIn } from './remains.ts';
import { newFolder } from './spawned.ts';
import { until } from './until.ts';

const DAY = 86_400_000;

describe('what is old is deleted', () => {
  let hub: TestHub;
  before(async () => {
    hub = await openHub();
  });
  after(() => hub.close());

  /** How much there is of each kind. */
  async function counts(): Promise<Record<RetentionKind | 'subscribers', number>> {
    const { db } = hub.database;
    const rows = await db.select({ feature: submissions.feature }).from(submissions);
    return {
      feedback: rows.filter(({ feature }) => feature === 'feedback').length,
      issues: rows.filter(({ feature }) => feature === 'issue').length,
      signUps: (await db.select().from(signUps).where(sql`subscriber_id is null`)).length,
      mails: (await db.select().from(mails).where(sql`subscriber_id is not null`)).length,
      unsubscribeLinks: (await db.select().from(unsubscribeTokens)).length,
      newsletters: (await db.select().from(issues)).length,
      withdrawn: (await db.select().from(withdrawn)).length + (await db.select().from(announced)).length,
      subscribers: (await db.select().from(subscribers)).length,
    };
  }

  /** One of each kind, as of now. */
  async function fill() {
    const { db } = hub.database;
    for (const table of [submissions, subscribers, issues, signUps, withdrawn, announced]) await db.delete(table);
    const gone = feedback();
    await hub.ask('/v1/feedback', post(feedback()));
    await hub.ask('/v1/feedback', post(gone));
    await hub.ask('/v1/issues', post(issue()));
    await hub.ask('/v1/subscriptions', post(signUp()));
    await hub.ask('/v1/withdrawals', post(withdrawal(gone)));
    await hub.ask('/v1/withdrawals', post(withdrawal(feedback())));
    const [subscriber] = await db
      .insert(subscribers)
      .values({ email: 'ada@crm.example', address: 'ada@crm.example' })
      .returning();
    const [made] = await db.insert(issues).values({ itemIds: 'a', subject: 'News', items: [] }).returning();
    assert.ok(subscriber && made);
    await db.insert(mails).values({ subscriberId: subscriber.id, issueId: made.id, sentOn: new Date() });
    await db.insert(unsubscribeTokens).values({ hash: 'f'.repeat(64), subscriberId: subscriber.id });
  }

  for (const kind of Object.keys(retention) as RetentionKind[]) {
    test(`${retention[kind].what}: after ${retention[kind].days} days, and not before`, async () => {
      await fill();
      const full = await counts();
      assert.ok(full[kind] > 0);
      const days = daysOf((other) => (other === kind ? retention[kind].days : 36_500));
      const at = (day: number) => new Date(Date.now() + day * DAY);
      await sweep(hub.database.db, days, at(defaultDays[kind] - 1));
      assert.deepEqual(await counts(), full);
      await sweep(hub.database.db, days, at(defaultDays[kind] + 1));
      const mailsToo = kind === 'newsletters' ? { mails: 0 } : {};
      assert.deepEqual(await counts(), { ...full, ...mailsToo, [kind]: 0 });
    });
  }

  test('who subscribed stays until they end it', async () => {
    await fill();
    await sweep(hub.database.db, defaultDays, new Date(Date.now() + 100 * 365 * DAY));
    const left = Object.entries(await counts()).filter(([, count]) => count > 0);
    assert.deepEqual(left, [['subscribers', 1]]);
  });

  test('a mail that still waits is not taken for an old one', async () => {
    await fill();
    const { db } = hub.database;
    await db.update(mails).set({ sentOn: null });
    await sweep(db, { ...defaultDays, signUps: 36_500 }, new Date(Date.now() + (defaultDays.mails + 1) * DAY));
    assert.equal((await counts()).mails, 1);
  });

  test('a hub does so as soon as it starts', async () => {
    const folder = newFolder();
    const settings = { port: 0, host: '127.0.0.1', dataDir: folder, demo: false };
    const before = await openDatabase(settings);
    const text = 'recognisable, and old';
    const { schema, policy, id, withdrawHash, feature } = feedback();
    const envelope = { schema, policy, id, withdrawHash, feature, bodyHash: '', fields: { text } };
    const young = { ...envelope, id: feedback().id, fields: {} };
    const receivedAt = new Date(Date.now() - (retention.feedback.days + 1) * DAY);
    await before.db.insert(submissions).values([{ ...envelope, receivedAt }, young]);
    await before.close();
    assert.notDeepEqual(remainsIn(folder, { text }), []);
    const started = await startHub(settings);
    const desk = await deskThrough(folder);
    await until('the old message is gone', async () => {
      const left = (await desk?.submissions(null))?.submissions.map((submission) => submission.id);
      return left?.join() === young.id;
    });
    await until('its text is in no file', () => remainsIn(folder, { text }).length === 0);
    await started.stop();
    rmSync(folder, { recursive: true });
  });

  test('the documentation is made of the same table', () => {
    assert.ok(readFileSync('docs/hub.md', 'utf8').includes(retentionTable(defaultDays)), 'npm run hub -- retention');
    const table = retentionTable({ ...defaultDays, signUps: 3 });
    assert.match(table, /\| Newsletter sign-ups that nobody confirmed +\| 3 days after .* \| `KEEP_SIGN_UPS_DAYS` +\|/);
    assert.equal(table.trim().split('\n').length, Object.keys(retention).length + 2);
  });
});
