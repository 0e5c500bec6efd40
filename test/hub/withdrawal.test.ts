import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { eq } from 'drizzle-orm';
import { mails, signUps } from '../../server/newsletter/tables.ts';
import { submissions } from '../../server/submissions/tables.ts';
import { announced, withdrawn } from '../../server/withdrawals/tables.ts';
import * as contract from '../../widget/contract/routes.ts';
import { assertProblem } from './assertProblem.ts';
import { feedback, issue, post, secretOf, signUp, withdrawal } from './envelope.ts';
import type { TestHub } from './inProcess.ts';
import { onBothDatabases } from './onBothDatabases.ts';

onBothDatabases('withdrawal', withdraws);

function withdraws(hub: () => TestHub) {
  const send = (message: { id: string; feature: 'feedback' | 'issue' | 'newsletter' }) =>
    hub().ask(contract.routes[message.feature].path, post(message));
  const withdraw = (body: object) => hub().ask('/v1/withdrawals', post(body));

  /** Everything that any table holds of an id. */
  async function traces(id: string) {
    const { db } = hub().database;
    const waiting = await db.select().from(mails).where(eq(mails.signUpId, id));
    return {
      stored: (await db.select().from(submissions).where(eq(submissions.id, id))).length,
      signUps: (await db.select().from(signUps).where(eq(signUps.id, id))).length,
      mails: waiting.length,
      announced: (await db.select().from(announced).where(eq(announced.id, id))).length,
      withdrawn: (await db.select().from(withdrawn).where(eq(withdrawn.id, id))).length,
    };
  }
  const onlyTheId = { stored: 0, signUps: 0, mails: 0, announced: 0, withdrawn: 1 };

  for (const make of [feedback, issue, signUp]) {
    const message = make();
    test(`${message.feature} is deleted, only the id stays, and a late copy is refused`, async () => {
      assert.equal((await send(message)).status, 201);
      const answer = await withdraw(withdrawal(message));
      assert.equal(answer.status, 200);
      assert.equal(contract.withdrawn.parse(await answer.json()).id, message.id);
      assert.deepEqual(await traces(message.id), onlyTheId);
      await assertProblem(await send(message), 410, 'withdrawn');
      assert.deepEqual(await traces(message.id), onlyTheId);
    });
  }

  test('again it is withdrawn at the same time as before', async () => {
    const message = feedback();
    await send(message);
    await withdraw(withdrawal(message));
    const [second, third] = [await withdraw(withdrawal(message)), await withdraw(withdrawal(message))];
    assert.deepEqual([second.status, third.status], [200, 200]);
    assert.deepEqual(await second.json(), await third.json());
  });

  test('a wrong secret changes nothing', async () => {
    for (const message of [feedback(), signUp()]) {
      await send(message);
      const before = await traces(message.id);
      await assertProblem(await withdraw(withdrawal(message, 'f'.repeat(64))), 403, 'not-yours');
      await assertProblem(await withdraw(withdrawal(message, message.withdrawHash)), 403, 'not-yours');
      assert.deepEqual(await traces(message.id), before);
      assert.equal((await send(message)).status, 200);
    }
  });

  test('a message that was withdrawn before it came is not stored, and the hash of its secret is forgotten', async () => {
    for (const message of [feedback(), signUp()]) {
      assert.equal((await withdraw(withdrawal(message))).status, 200);
      assert.equal((await withdraw(withdrawal(message))).status, 200);
      assert.equal((await traces(message.id)).announced, 1);
      await assertProblem(await send(message), 410, 'withdrawn');
      assert.deepEqual(await traces(message.id), onlyTheId);
      await assertProblem(await send(message), 410, 'withdrawn');
      assert.equal((await withdraw(withdrawal(message))).status, 200);
    }
  });

  test("nobody can block another's id by withdrawing it first", async () => {
    const message = feedback();
    assert.equal((await withdraw(withdrawal(message, 'a'.repeat(64)))).status, 200);
    assert.equal((await withdraw(withdrawal(message, 'b'.repeat(64)))).status, 200);
    assert.equal((await send(message)).status, 201);
    await assertProblem(await withdraw(withdrawal(message, 'a'.repeat(64))), 403, 'not-yours');
    assert.equal((await traces(message.id)).stored, 1);
    assert.equal((await withdraw(withdrawal(message))).status, 200);
    assert.equal((await traces(message.id)).stored, 0);
  });

  test("nobody makes another's message look withdrawn that is not", async () => {
    const message = feedback();
    const stranger = 'a'.repeat(64);
    await withdraw(withdrawal(message, stranger));
    await send(message);
    const withdrawHash = createHash('sha256').update(stranger).digest('hex');
    const forged = { ...message, withdrawHash };
    await assertProblem(await send(forged), 409, 'conflict');
    assert.equal((await send(message)).status, 200);
    assert.equal((await withdraw(withdrawal(message))).status, 200);
    assert.deepEqual(await traces(message.id), { ...onlyTheId, announced: 1 });
  });

  test('an id is taken once, whatever is sent under it', async () => {
    const message = feedback();
    await send(message);
    await assertProblem(await send({ ...signUp(), id: message.id }), 409, 'conflict');
    assert.equal((await traces(message.id)).signUps, 0);
  });

  test('message and withdrawal that meet: whichever is first, nothing stays', async () => {
    for (let round = 0; round < 20; round += 1) {
      const message = round % 2 ? feedback() : signUp();
      const [sent, taken] = await Promise.all([send(message), withdraw(withdrawal(message))]);
      assert.ok(sent.status === 201 || sent.status === 410, `sent: ${sent.status}`);
      assert.equal(taken.status, 200);
      assert.deepEqual(await traces(message.id), onlyTheId);
    }
  });

  test('no secret stands in the database', async () => {
    const [stored, unknown] = [feedback(), feedback()];
    await send(stored);
    await withdraw(withdrawal(unknown));
    const { db } = hub().database;
    const all = JSON.stringify([await db.select().from(submissions), await db.select().from(announced)]);
    for (const message of [stored, unknown]) {
      assert.ok(all.includes(message.withdrawHash));
      assert.ok(!all.includes(secretOf(message)));
    }
  });

  test('what is no withdrawal is refused', async () => {
    const id = randomUUID();
    for (const body of [
      { schema: 1, id },
      { schema: 1, id, secret: 'x' },
      { schema: 1, secret: 'a'.repeat(64) },
    ]) {
      await assertProblem(await withdraw(body), 400, 'bad-request');
    }
  });
}
