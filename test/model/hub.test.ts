import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import * as z from 'zod/mini';
import { problem, receipt, routes, withdrawn } from '../../widget/contract/routes.ts';
import { parseJson } from '../../widget/service/parse.ts';
import { sha256 } from '../../widget/service/submissions/sha256.ts';
import type { TestHub } from '../hub/inProcess.ts';
import { openHub } from '../hub/inProcess.ts';
import { ModelHub } from './hub.ts';

let real: TestHub;
before(async () => {
  real = await openHub();
});
after(() => real?.close());

const ids = fc.constantFrom('a', 'b', 'c').map((digit) => `0b6f2c1e-0000-4000-8000-00000000000${digit}`);
const secrets = fc.constantFrom('1', '2').map((digit) => digit.repeat(64));
const message = fc.record({
  schema: fc.constant(1),
  policy: fc.constant(1),
  id: fc.oneof({ weight: 9, arbitrary: ids }, { weight: 1, arbitrary: fc.constant('no id') }),
  withdrawHash: secrets.map(sha256),
  feature: fc.constant('feedback'),
  fields: fc.record({ text: fc.constantFrom('One', 'Two', ' ') }),
});
const withdrawal = fc.record({ schema: fc.constantFrom(1, 1, 1, 2), id: ids, secret: secrets });
const { feedback, withdrawal: withdrawals } = routes;
const request = fc.oneof(
  { weight: 9, arbitrary: message.map((each) => ({ path: feedback.path, body: JSON.stringify(each) })) },
  { weight: 5, arbitrary: withdrawal.map((each) => ({ path: withdrawals.path, body: JSON.stringify(each) })) },
  { weight: 1, arbitrary: fc.constantFrom(feedback.path, withdrawals.path).map((path) => ({ path, body: '{' })) },
);

/** What a client reads in an answer: whose receipt or withdrawal it is, or the code of an error. */
function gist(text: string): string | undefined {
  const given = parseJson(z.union([receipt, withdrawn, problem]), text);
  return given && ('error' in given ? given.error.code : given.id);
}

test('the hub of the model answers as the hub does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uuid({ version: 4 }), fc.array(request, { minLength: 1, maxLength: 16 }), async (salt, all) => {
      const model = new ModelHub(() => 0);
      for (const { path, body } of all) {
        // Each round has ids of its own: the real hub forgets nothing in between.
        const sent = body.replace('0b6f2c1e-0000-4000-8000', salt.slice(0, 23));
        const answer = await real.ask(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: sent,
        });
        const played = model.receive({ url: `https://hub.test${path}`, method: 'POST', body: sent, timeout: 1 });
        assert.ok(played.ok);
        assert.equal(played.value.status, answer.status, sent);
        assert.equal(gist(played.value.text), gist(await answer.text()), sent);
      }
    }),
    { numRuns: 100, seed: 1 },
  );
});
