import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { sql } from 'drizzle-orm';
import { smtp } from '../../server/mail/smtp.ts';
import { today } from '../../server/newsletter/days.ts';
import type { Issue } from '../../server/newsletter/issue.ts';
import { chooseItems } from '../../server/newsletter/issue.ts';
import { makeIssue, planIssue } from '../../server/newsletter/makeIssue.ts';
import { claimMail, markSent, postpone, renewLease } from '../../server/newsletter/outbox.ts';
import { deliverDue, mailTimes } from '../../server/newsletter/postman.ts';
import { confirmationTokens, mails, signUps, subscribers, unsubscribeTokens } from '../../server/newsletter/tables.ts';
import { submissions } from '../../server/submissions/tables.ts';
import { withdrawn } from '../../server/withdrawals/tables.ts';
import { post, signUp, withdrawal } from './envelope.ts';
import type { TestHub } from './inProcess.ts';
import { seedNews } from './inProcess.ts';
import type { MailServer } from './mailServer.ts';
import { linkIn, MAIL_PASSWORD, startMailServer } from './mailServer.ts';
import { onBothDatabases } from './onBothDatabases.ts';
import { until } from './until.ts';

onBothDatabases('the newsletter', newsletter);

function newsletter(hub: () => TestHub) {
  let server: MailServer;
  let running = new AbortController();
  beforeEach(async () => {
    server = await startMailServer();
    running = new AbortController();
    const { db } = hub().database;
    for (const table of [mails, signUps, subscribers]) await db.delete(table);
  });
  afterEach(() => server.close());

  const publicUrl = 'https://hub.example';
  /** Sends all that is due, without any wait between tries. */
  const deliver = (times = {}) =>
    deliverDue(
      {
        db: hub().database.db,
        send: smtp({ smtpUrl: server.url, from: 'News <news@vendor.example>', publicUrl }),
        masthead: { title: 'vtiger news', publicUrl },
        times: { ...mailTimes, retryInterval: 0.001, ...times },
      },
      running.signal,
    );
  const send = (message: object) => hub().ask('/v1/subscriptions', post(message));
  const press = (path: string, body = '') =>
    hub().ask(path, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body });
  const addresses = async () => (await hub().database.db.select().from(subscribers)).map(({ email }) => email).sort();

  async function subscribe(email: string, name?: string) {
    const message = signUp(name === undefined ? { email } : { email, name });
    assert.equal((await send(message)).status, 201);
    await deliver();
    assert.equal((await press(linkIn(server.mails.pop(), 'confirm'))).status, 200);
    return message;
  }
  async function anIssue(count = 2): Promise<Issue> {
    const news = await seedNews();
    serial += 1;
    const items = news.items.slice(0, count).map((item) => ({ ...item, id: `${item.id}-${serial}` }));
    return chooseItems(
      { ...news, items },
      items.map(({ id }) => id),
      undefined,
    );
  }

  test('who signs up is asked by mail, and subscribed by the button behind its link, not by the link', async () => {
    const email = `Ada-${someone()}`;
    const message = signUp({ email, name: 'Visit http://spam.example' });
    assert.equal((await send(message)).status, 201);
    await deliver();
    assert.equal(server.mails.length, 1);
    const [mail] = server.mails;
    assert.equal(mail?.recipient, email);
    assert.equal(mail?.from?.address, 'news@vendor.example');
    assert.doesNotMatch(`${mail?.text}${mail?.html}`, /spam/);
    assert.match(mail?.html ?? '', /href="https:\/\/hub\.example\/subscriptions\/confirm\?token=/);
    const link = linkIn(mail, 'confirm');

    for (let scan = 0; scan < 3; scan += 1) {
      const page = await hub().ask(link);
      assert.equal(page.status, 200);
      assert.match(await page.text(), /<form method="post"/);
    }
    assert.deepEqual(await addresses(), []);
    assert.equal((await press(link)).status, 200);
    assert.equal((await press(link)).status, 200);
    assert.deepEqual(await addresses(), [email]);
    const [kept] = await hub().database.db.select().from(signUps);
    assert.deepEqual([kept?.email, kept?.name], [null, null]);
  });

  test('the answer is the same whether or not the address is known, and what came holds nothing of an install', async () => {
    const known = someone();
    await subscribe(known);
    const answers = [];
    for (const email of [known, known.toUpperCase(), someone()]) {
      const message = signUp({ email });
      const answer = await send(message);
      const { id, receivedAt, ...more } = await answer.json();
      assert.equal(id, message.id);
      assert.ok(!Number.isNaN(Date.parse(receivedAt)));
      answers.push({ status: answer.status, more, headers: [...answer.headers.keys()].sort() });
    }
    assert.deepEqual(answers[0], answers[2]);
    assert.deepEqual(answers[1], answers[2]);
    assert.equal((await hub().database.db.select().from(submissions)).length, 0);
    assert.equal((await send({ ...signUp(), fields: { email: 'a@b.example', installKey: '7' } })).status, 400);
  });

  test('an address gets three confirmation mails a day at most, however often somebody signs it up', async () => {
    const victim = someone();
    for (let round = 0; round < 8; round += 1) {
      const message = signUp({ email: round % 2 ? victim : victim.toUpperCase() });
      assert.equal((await send(message)).status, 201);
      assert.equal((await send(message)).status, 200);
      await deliver();
      if (round === 4) assert.equal((await hub().ask('/v1/withdrawals', post(withdrawal(message)))).status, 200);
    }
    assert.equal(server.mails.length, 3);
  });

  test('an address that could be read as several is refused', async () => {
    for (const email of ['a,b@crm.example', '<a>@crm.example', 'a;b@crm.example', '"a"@crm.example']) {
      assert.equal((await send(signUp({ email }))).status, 400);
    }
  });

  test('an issue goes to each subscriber once, in text and HTML, and a second command sends nothing', async () => {
    const readers = [someone(), someone(), someone()];
    for (const email of readers) await subscribe(email, email === readers[0] ? 'Ada <b>' : undefined);
    await send(signUp({ email: someone() }));
    const { db } = hub().database;
    await deliver();
    server.mails.length = 0;
    const issue = await anIssue();
    assert.deepEqual(await planIssue(db, issue), { mails: 3, madeBefore: null });
    assert.deepEqual(await makeIssue(db, issue), { mails: 3, madeBefore: null });
    const again = await makeIssue(db, { ...issue, items: issue.items.toReversed() });
    assert.equal(again.mails, 0);
    assert.ok(again.madeBefore);
    await Promise.all([deliver(), deliver(), deliver()]);
    assert.deepEqual(server.mails.map(({ recipient }) => recipient).sort(), readers.toSorted());
    for (const mail of server.mails) {
      assert.equal(mail.subject, issue.items[0]?.title);
      for (const { title, link } of issue.items) {
        assert.ok(mail.text?.includes(title) && mail.text.includes(link));
        assert.ok(mail.html?.includes(link));
      }
    }
    const named = server.mails.find(({ recipient }) => recipient === readers[0]);
    assert.match(named?.text ?? '', /^Hello Ada <b>,/);
    assert.match(named?.html ?? '', /Hello Ada &lt;b&gt;,/);
  });

  test('mail programs can unsubscribe with one click, people with a button; a scanner cannot', async () => {
    const [clicks, presses] = [someone(), someone()];
    for (const email of [clicks, presses]) await subscribe(email);
    await makeIssue(hub().database.db, await anIssue());
    await deliver();
    const mailTo = (address: string) => server.mails.find(({ recipient }) => recipient === address);

    const click = mailTo(clicks);
    const header = (name: string) => click?.headers.find(({ key }) => key === name)?.value;
    assert.equal(header('list-unsubscribe-post'), 'List-Unsubscribe=One-Click');
    const [, target] = /^<https:\/\/hub\.example(\/\S+)>$/.exec(header('list-unsubscribe') ?? '') ?? [];
    assert.equal(target, linkIn(click, 'unsubscribe'));
    const button = linkIn(mailTo(presses), 'unsubscribe');
    assert.match(await (await hub().ask(button)).text(), /<button>Unsubscribe<\/button>/);
    assert.equal((await addresses()).length, 2);

    assert.equal((await press(target ?? '', 'List-Unsubscribe=One-Click')).status, 200);
    assert.deepEqual(await addresses(), [presses]);
    assert.equal((await press(button)).status, 200);
    assert.deepEqual(await addresses(), []);
    const gone = await press(button);
    assert.equal(gone.status, 404);
    assert.match(await gone.text(), /If you have unsubscribed before, all is done/);
    const { db } = hub().database;
    for (const table of [mails, signUps, unsubscribeTokens, confirmationTokens]) {
      assert.deepEqual(await db.select().from(table), []);
    }
  });

  test('who unsubscribes is gone, with the sign-ups of the same address that wait to be confirmed, their mails and links', async () => {
    const { db } = hub().database;
    for (const body of ['', 'List-Unsubscribe=One-Click']) {
      const [email, other] = [someone(), someone()];
      await subscribe(email, 'Ada');
      await makeIssue(db, await anIssue());
      const mailed = signUp({ email: email.replace('reader', 'Reader'), name: 'Ada' });
      await send(mailed);
      await deliver();
      const mailTo = (address: string) => server.mails.find(({ recipient }) => recipient === address);
      const [unsubscribe, confirm] = [
        linkIn(mailTo(email), 'unsubscribe'),
        linkIn(mailTo(mailed.fields.email), 'confirm'),
      ];
      const unmailed = signUp({ email });
      await send(unmailed);
      await send(signUp({ email: other }));

      assert.match(await (await press(unsubscribe, body)).text(), /Your address is deleted/);
      assert.deepEqual([await addresses(), (await press(confirm)).status], [[], 404]);
      assert.deepEqual(
        (await db.select().from(signUps)).map((kept) => kept.email),
        [other],
      );
      server.mails.length = 0;
      await deliver();
      assert.deepEqual(
        server.mails.map(({ recipient }) => recipient),
        [other],
      );
      const ids = (await db.select().from(withdrawn)).map(({ id }) => id);
      assert.ok(ids.includes(mailed.id) && ids.includes(unmailed.id));
      assert.equal((await hub().ask('/v1/withdrawals', post(withdrawal(mailed)))).status, 200);
      await db.delete(signUps);
    }
  });

  test('a confirmation and an unsubscription pressed at the same moment leave all or nothing', async () => {
    const { db } = hub().database;
    for (let round = 0; round < 6; round += 1) {
      const email = someone();
      await subscribe(email);
      await makeIssue(db, await anIssue());
      await deliver();
      const unsubscribe = linkIn(server.mails.pop(), 'unsubscribe');
      await send(signUp({ email }));
      await deliver();
      const confirm = linkIn(server.mails.pop(), 'confirm');
      const links = round % 2 ? [confirm, unsubscribe] : [unsubscribe, confirm];
      const pressed = await Promise.all(links.map((link) => press(link)));
      assert.equal(pressed[links.indexOf(unsubscribe)]?.status, 200);
      assert.deepEqual([await addresses(), await db.select().from(signUps)], [[], []]);
    }
  });

  test('withdrawing a sign-up ends the subscription, and takes the mails that wait with it', async () => {
    const message = await subscribe(someone());
    await makeIssue(hub().database.db, await anIssue());
    assert.equal((await hub().ask('/v1/withdrawals', post(withdrawal(message)))).status, 200);
    await deliver();
    assert.deepEqual([await addresses(), server.mails.length], [[], 0]);
    const ids = (await hub().database.db.select().from(withdrawn)).map(({ id }) => id);
    assert.ok(ids.includes(message.id));
  });

  test("a stranger's sign-up, withdrawn again, does not end another's subscription", async () => {
    const email = someone();
    await subscribe(email);
    const strangers = signUp({ email });
    await send(strangers);
    assert.equal((await hub().ask('/v1/withdrawals', post(withdrawal(strangers)))).status, 200);
    assert.deepEqual(await addresses(), [email]);
  });

  test('a mail that is put off is tried again, for five days; one that is refused is not', async () => {
    const { db } = hub().database;
    await send(signUp({ email: someone() }));
    server.fate = 'later';
    const putOff = () => silently(() => deliver({ retryInterval: mailTimes.retryInterval }));
    for (const daysAgo of [0, 4]) {
      await db.update(mails).set({ madeOn: sql`${today} - ${daysAgo}::int`, dueAt: sql`now()` });
      const errors = await putOff();
      assert.match(errors, /^A mail could not be sent: EENVELOPE RCPT TO 451.*$/);
      assert.doesNotMatch(errors, /reader|here/);
    }
    const [waiting] = await db.select().from(mails);
    assert.deepEqual([waiting?.sentOn, waiting?.failedOn], [null, null]);
    await db.update(mails).set({ madeOn: sql`${today} - 5`, dueAt: sql`now()` });
    await putOff();
    const [mail] = await db.select().from(mails);
    assert.deepEqual([mail?.sentOn, mail?.failedOn !== null], [null, true]);

    await send(signUp({ email: someone() }));
    await silently(async () => {
      server.fate = 'refused';
      await deliver();
    });
    server.fate = 'taken';
    await deliver();
    assert.deepEqual(server.mails, []);
  });

  test('a lease that is renewed after its mail was marked or put off comes not back', async () => {
    const { db } = hub().database;
    await send(signUp({ email: someone() }));
    for (const end of [postpone, markSent]) {
      const claimed = await claimMail(db, mailTimes.lease);
      assert.ok(claimed);
      await end(db, claimed.id, 0.001);
      await renewLease(db, claimed.id, mailTimes.lease);
      assert.equal((await db.select().from(mails))[0]?.leasedUntil, null);
    }
  });

  test('without a mail server nothing is lost: the mail goes once there is one', async () => {
    const email = someone();
    await send(signUp({ email }));
    await server.close();
    assert.match(await silently(() => deliver()), /A mail could not be sent: ESOCKET/);
    server = await startMailServer();
    await deliver();
    assert.deepEqual(
      server.mails.map(({ recipient }) => recipient),
      [email],
    );
  });

  test('a mail server that does not know us is told to the operator, without the password', async () => {
    await send(signUp({ email: someone() }));
    const right = server.url;
    server.url = right.replace(MAIL_PASSWORD, 'wrong-pass');
    const told = await silently(() => deliver());
    assert.match(told, /A mail could not be sent: EAUTH/);
    assert.doesNotMatch(told, /wrong-pass|reader/);
    server.url = right;
    await deliver();
    assert.equal(server.mails.length, 1);
  });

  test('where the answer is lost, the mail is not sent again, and the operator is told', async () => {
    await send(signUp({ email: someone() }));
    server.fate = 'taken, but the answer is lost';
    assert.match(await silently(() => deliver()), /did not say whether it took a mail, which is not sent again: ECONN/);
    server.fate = 'taken';
    await deliver();
    assert.equal(server.mails.length, 1);
    assert.equal((await hub().ask(linkIn(server.mails[0], 'confirm'))).status, 200);
  });

  test('a mail that is refused once the server has all of it does not count as sent', async () => {
    await send(signUp({ email: someone() }));
    server.fate = 'too long';
    assert.match(await silently(() => deliver()), /A mail could not be sent: EMESSAGE DATA 552/);
    const [mail] = await hub().database.db.select().from(mails);
    assert.deepEqual([mail?.sentOn, mail?.failedOn !== null], [null, true]);
  });

  test('a mail that cannot be marked does not go out', async () => {
    const sender = smtp({ smtpUrl: server.url, from: 'news@vendor.example', publicUrl });
    const mail = { to: someone(), subject: 'News', text: 'News', html: '', messageId: '<1@hub.example>', headers: {} };
    const { outcome } = await sender(mail, () => Promise.reject(new Error('The database is away')));
    assert.deepEqual([outcome, server.mails], ['unreachable', []]);
  });

  test('a mail under way is not taken by another process, until the lease of one that died has ended', async () => {
    await send(signUp({ email: someone() }));
    server.fate = 'held';
    const slow = deliver({ lease: 300 });
    const leases = new Set<number>();
    await until('its lease has been renewed, and again', async () => {
      const [mail] = await hub().database.db.select().from(mails);
      if (mail?.leasedUntil) leases.add(mail.leasedUntil.getTime());
      return leases.size > 3;
    });
    await deliver();
    server.fate = 'taken';
    server.release();
    await slow;
    assert.equal(server.mails.length, 1);
    await deliver();
    assert.equal(server.mails.length, 1);

    await send(signUp({ email: someone() }));
    assert.ok(await claimMail(hub().database.db, 0));
    await until('the lease has ended', async () => {
      await deliver();
      return server.mails.length === 2;
    });
  });
}

let serial = 0;

/** An address that no other test has. */
function someone(): string {
  serial += 1;
  return `reader${serial}@crm.example`;
}

/** Runs the work, and gives what it told the operator. */
async function silently(work: () => Promise<void>): Promise<string> {
  const told: string[] = [];
  const listening = mock.method(console, 'error', (line: string) => told.push(line));
  await work().finally(() => listening.mock.restore());
  return told.join('\n');
}
