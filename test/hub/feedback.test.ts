import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { submissions } from '../../server/submissions/tables.ts';
import { POLICY_VERSION } from '../../widget/contract/policy.ts';
import { receipt } from '../../widget/contract/routes.ts';
import { feedback, post } from './envelope.ts';
import type { TestHub } from './inProcess.ts';
import { onBothDatabases } from './onBothDatabases.ts';

onBothDatabases('feedback', receivesFeedback, (hub, cluster) => {
  test('while the database is away the client is told to come again, and later it works', async (t) => {
    const message = feedback({ text: 'a secret that no log may hold' });
    const errors: string[] = [];
    t.mock.method(console, 'error', (line: string) => errors.push(line));
    try {
      await cluster().stop();
      const refused = await hub().ask('/v1/feedback', post(message));
      assert.equal(refused.status, 503);
      assert.equal(refused.headers.get('Retry-After'), '10');
      assert.equal((await hub().ask('/readyz')).status, 503);
      assert.equal((await hub().ask('/healthz')).status, 200);
    } finally {
      await cluster().start();
    }
    assert.ok(errors.length > 0);
    assert.doesNotMatch(errors.join('\n'), /secret/);
    assert.equal((await hub().ask('/v1/feedback', post(message))).status, 201);
    assert.equal((await hub().ask('/readyz')).status, 200);
  });
});

function receivesFeedback(hub: () => TestHub) {
  const rows = () => hub().database.db.select().from(submissions);

  test('a message becomes one row, with everything that was sent and nothing else', async () => {
    const message = feedback({ email: 'ada@example.org', version: '8.4.0', installKey: '9223372036854775807' });
    const body = JSON.stringify(message);
    const answer = await hub().ask('/v1/feedback', post(body));
    assert.equal(answer.status, 201);
    const { id, receivedAt } = receipt.parse(await answer.json());
    assert.equal(id, message.id);
    const row = (await rows()).find((row) => row.id === id);
    assert.deepEqual(row, {
      id,
      feature: 'feedback',
      schema: 1,
      policy: POLICY_VERSION,
      withdrawHash: message.withdrawHash,
      bodyHash: Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body))).toString('hex'),
      fields: message.fields,
      receivedAt: new Date(receivedAt),
    });
  });

  test('the same message again gets the first receipt', async () => {
    const message = feedback();
    const first = await hub().ask('/v1/feedback', post(message));
    const again = await hub().ask('/v1/feedback', post(message));
    assert.deepEqual([first.status, again.status], [201, 200]);
    assert.deepEqual(await again.json(), await first.json());
  });

  test('other bytes under the same id are refused, and the first stay', async () => {
    const message = feedback();
    await hub().ask('/v1/feedback', post(message));
    const other = await hub().ask('/v1/feedback', post(`${JSON.stringify(message)} `));
    assert.equal(other.status, 409);
    assert.equal((await rows()).filter(({ id }) => id === message.id).length, 1);
  });

  test('fifty at a time under one id are stored once, and all get the same receipt', async () => {
    const message = feedback();
    const answers = await Promise.all(Array.from({ length: 50 }, () => hub().ask('/v1/feedback', post(message))));
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [...Array(49).fill(200), 201]);
    const receipts = await Promise.all(answers.map((answer) => answer.text()));
    assert.equal(new Set(receipts).size, 1);
    assert.equal((await rows()).filter(({ id }) => id === message.id).length, 1);
  });

  test('whatever a person writes is stored as it was written', async () => {
    const anyText = fc
      .string({
        unit: fc.oneof(
          fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
          fc.constantFrom('\0', '\ud800', '\u202e', '"'),
        ),
        maxLength: 200,
      })
      .filter((text) => /\S/.test(text));
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const message = feedback({ text });
        const answer = await hub().ask('/v1/feedback', post(message));
        assert.equal(answer.status, 201, await answer.text());
        const [row] = await hub().database.db.select().from(submissions).where(sql`id = ${message.id}`);
        assert.equal(row?.fields.text, text);
      }),
      { numRuns: 100 },
    );
  });
}
