import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { openDatabase } from '../../server/database/open.ts';
import { mails } from '../../server/newsletter/tables.ts';
import { readSettings } from '../../server/settings/settings.ts';
import { post, signUp } from './envelope.ts';
import type { Fate, MailServer } from './mailServer.ts';
import { startMailServer } from './mailServer.ts';
import type { Variables } from './onBothDatabases.ts';
import { asProcessesOnBothDatabases } from './onBothDatabases.ts';
import type { SpawnedHub } from './spawned.ts';
import { spawnHub } from './spawned.ts';
import { until } from './until.ts';

asProcessesOnBothDatabases('a hub killed while it sends a mail', killed);

function killed(database: () => Variables) {
  let server: MailServer;
  let hub: SpawnedHub | undefined;
  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(async () => {
    hub?.signal('SIGKILL');
    await hub?.ended;
    server.release();
    await server.close();
  });

  async function start(): Promise<SpawnedHub> {
    const mail = { SMTP_URL: server.url, MAIL_FROM: 'news@vendor.example', PUBLIC_URL: 'http://hub.example' };
    hub = await spawnHub({ ...database(), ...mail });
    return hub;
  }
  const wait = (what: string, holds: () => boolean) =>
    until(what, holds, 90_000).catch((error) => assert.fail(`${error.message}\n${hub?.output()}`));
  const signUpAt = (running: SpawnedHub, email: string) =>
    fetch(`${running.url}/v1/subscriptions`, post(signUp({ email })));
  const mailsTo = (email: string) => server.mails.filter(({ recipient }) => recipient === email).length;

  /** Sends a mail that meets this fate, kills the hub in the midst of it, and waits until a hub that comes after has sent another. */
  async function killAt(fate: Fate, email: string) {
    server.fate = fate;
    const first = await start();
    await signUpAt(first, email);
    await wait('the mail server holds the mail', () => server.held() > 0);
    first.signal('SIGKILL');
    await first.ended;
    server.fate = 'taken';
    server.release();

    const opened = await openDatabase(readSettings(database()));
    // So long after that nobody believes the first process to live.
    await opened.db.update(mails).set({ leasedUntil: sql`now() - interval '1 hour'` });
    await opened.close();
    const second = await start();
    const other = `after-${email}`;
    await signUpAt(second, other);
    await wait('the next mail has come', () => mailsTo(other) === 1);
  }

  test('before the mail server has all of it: it is sent by the next process, once', async () => {
    await killAt('held', 'early@crm.example');
    await wait('it has come', () => mailsTo('early@crm.example') > 0);
    assert.equal(mailsTo('early@crm.example'), 1);
  });

  test('after the mail server took it, before its answer: it is not sent again', async () => {
    await killAt('taken, but the answer is held', 'late@crm.example');
    assert.equal(mailsTo('late@crm.example'), 1);
  });
}
