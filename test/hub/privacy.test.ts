import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { linkPages } from '../../server/newsletter/pages.ts';
import { limits } from '../../widget/contract/limits.ts';
import { routes } from '../../widget/contract/routes.ts';
import { skipWithoutPostgres, startCluster } from './cluster.ts';
import { feedback, issue, signUp, withdrawal } from './envelope.ts';
import type { MailServer } from './mailServer.ts';
import { linkIn, MAIL_PASSWORD, startMailServer } from './mailServer.ts';
import { newFolder, runCli, spawnHub } from './spawned.ts';
import { until } from './until.ts';

const SENDERS = Array.from({ length: 8 }, (_, at) => `127.0.0.${at + 2}`);
const FORWARDED = ['203.0.113.7', '198.51.100.9', '2001:db8:5::7'];
const addresses = [...SENDERS, ...FORWARDED];
const emailOf = (sender: string) => `reader-${sender.replaceAll('.', '-')}@crm.example`;
const MARK = 'a text that can be found again';

/** Sends the hub requests, and knows how they were answered. */
interface Senders {
  /** The status of the answer. */
  send(
    sender: string,
    method: string,
    path: string,
    body?: string,
    headers?: Record<string, string>,
  ): Promise<number | undefined>;
  /** Those of all answers so far. */
  readonly statuses: ReadonlySet<number | undefined>;
}

describe('no address of a sender is kept', () => {
  test('with the embedded database, behind a proxy that is trusted', async () => {
    const folder = newFolder();
    await exercise({ DATA_DIR: folder, TRUST_PROXY: '1' }, async () => {});
    assertNoAddress(folder);
    rmSync(folder, { recursive: true });
  });

  test('with PostgreSQL, which goes away at last, and no proxy that is trusted', {
    skip: skipWithoutPostgres,
  }, async () => {
    const cluster = await startCluster();
    try {
      const output = await exercise({ DATABASE_URL: await cluster.createDatabase() }, async (senders) => {
        await cluster.stop();
        await sendWithoutDatabase(senders);
      });
      assert.match(output, /The database failed/);
      assertNoAddress(cluster.folder);
    } finally {
      await cluster.remove();
    }
  });
});

/**
 * Runs a hub with a mail server, sends it all there is and then what is given, and looks through what the hub printed, which
 * it returns.
 */
async function exercise(
  variables: Record<string, string>,
  atLast: (senders: Senders) => Promise<void>,
): Promise<string> {
  const mailServer = await startMailServer();
  const settings = {
    ...variables,
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'news@vendor.example',
    PUBLIC_URL: 'http://hub.example',
    RATE_INSTALL: '2',
  };
  const hub = await spawnHub(settings);
  const statuses = new Set<number | undefined>();
  const senders: Senders = {
    statuses,
    send: async (sender, method, path, body = '', headers = {}) => {
      const status = await ask(sender, hub.url + path, method, body, headers);
      statuses.add(status);
      return status;
    },
  };
  try {
    await sendEverything(senders, mailServer, settings);
    await atLast(senders);
  } finally {
    hub.signal('SIGTERM');
    await mailServer.close();
  }
  const { output } = await hub.ended;
  for (const address of [...addresses, MAIL_PASSWORD]) assert.ok(!output.includes(address), output);
  return output;
}

/** Something to every route, right and wrong, from eight addresses, until every kind of answer has come. */
async function sendEverything(senders: Senders, mailServer: MailServer, settings: Record<string, string>) {
  const { send, statuses } = senders;
  for (const sender of SENDERS) {
    const message = feedback({ text: MARK, installKey: String(SENDERS.indexOf(sender) + 1) });
    const bodies = [message, issue(), signUp({ email: emailOf(sender) })].map((sent) => JSON.stringify(sent));
    for (const { method, path } of Object.values(routes)) {
      for (const body of method === 'POST' ? [...bodies, '{', 'x'.repeat(limits.envelopeBytes + 1)] : ['']) {
        await send(sender, method, path, body);
      }
      await send(sender, 'DELETE', path);
      await send(sender, 'POST', path, 'text', { 'Content-Type': 'text/plain' });
      await send(sender, 'GET', path, '', manyHeaders);
    }
    const gone = feedback({ text: MARK });
    await send(sender, 'POST', '/v1/feedback', JSON.stringify({ ...message, policy: 1 }));
    await send(sender, 'POST', '/v1/feedback', JSON.stringify(gone));
    await send(sender, 'POST', '/v1/withdrawals', JSON.stringify(withdrawal(gone, 'a'.repeat(64))));
    await send(sender, 'POST', '/v1/withdrawals', JSON.stringify(withdrawal(gone)));
    await send(sender, 'POST', '/v1/feedback', JSON.stringify(gone));
    for (let round = 0; round < 3; round += 1) {
      await send(sender, 'POST', '/v1/feedback', JSON.stringify(feedback({ installKey: '77' })));
    }
    for (const path of ['/none', '/v1/extensions?version=x', '/demo/', '/noticeboard.js', '/', '/openapi.json']) {
      await send(sender, 'GET', path);
    }
  }
  for (const sender of SENDERS) {
    const mailed = () => mailServer.mails.find(({ recipient }) => recipient === emailOf(sender));
    await until('the mail has come', () => mailed() !== undefined);
    for (const path of [linkIn(mailed(), 'confirm'), ...linkPages.map((page) => page.path)]) {
      await send(sender, 'GET', path);
      await send(sender, 'POST', path, 'List-Unsubscribe=One-Click', form);
      await send(sender, 'POST', path, 'x'.repeat(9_000), form);
    }
  }
  const issued = await runCli(['newsletter', '--items', '2026-11-imports'], settings);
  assert.match(issued.output, /It goes to 8 subscribers/);
  await until(
    'the issue has come',
    () => mailServer.mails.filter(({ subject }) => /Imports/.test(subject ?? '')).length === 8,
  );
  for (const mail of mailServer.mails.filter(({ subject }) => /Imports/.test(subject ?? ''))) {
    await send(SENDERS[0] ?? '', 'POST', linkIn(mail, 'unsubscribe'), 'List-Unsubscribe=One-Click', form);
  }
  for (const expected of [200, 201, 400, 403, 404, 405, 409, 410, 413, 415, 429, 431]) {
    assert.ok(statuses.has(expected), `a ${expected}`);
  }
  assert.ok(![...statuses].some((status) => status === undefined || status >= 500), [...statuses].join());
}

/** What asks for a database that has gone, each by itself: the hub says so to its output as well. */
async function sendWithoutDatabase({ send }: Senders) {
  const waiting = feedback({ text: MARK });
  const asking: [path: string, body: object][] = [
    ['/v1/feedback', waiting],
    ['/v1/issues', issue()],
    ['/v1/withdrawals', withdrawal(waiting)],
    ['/v1/subscriptions', signUp({ email: 'late@crm.example' })],
  ];
  for (const sender of SENDERS) {
    for (const [path, body] of asking) assert.equal(await send(sender, 'POST', path, JSON.stringify(body)), 503, path);
    for (const { path } of linkPages) {
      const link = `${path}?token=${'a'.repeat(43)}`;
      assert.equal(await send(sender, 'GET', link), 503, path);
      assert.equal(await send(sender, 'POST', link, 'List-Unsubscribe=One-Click', form), 503, path);
    }
  }
}

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };

const manyHeaders = Object.fromEntries(Array.from({ length: 101 }, (_, at) => [`X-${at}`, '1']));

function ask(
  sender: string,
  url: string,
  method: string,
  body: string,
  more: Record<string, string>,
): Promise<number | undefined> {
  const headers = {
    // First: where it comes after more headers than are read, it is missing.
    Host: 'hub.example',
    'Content-Type': 'application/json',
    'X-Forwarded-For': `${FORWARDED[0]}, ${sender}`,
    'X-Real-IP': FORWARDED[2],
    Forwarded: `for=${FORWARDED[1]};for="[${FORWARDED[2]}]"`,
    ...more,
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, localAddress: sender, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    asked.on('error', reject).end(body);
  });
}

function assertNoAddress(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const contents = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  assert.ok(
    contents.some((content) => content.includes(MARK)),
    'the message itself is found, so an address would be too',
  );
  for (const address of addresses) {
    assert.ok(!contents.some((content) => content.includes(address)), `${address} is in the data folder`);
  }
}
