import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { receipt, routes } from '../../widget/contract/routes.ts';
import { parseJson } from '../../widget/service/parse.ts';
import type { TestHub } from '../hub/inProcess.ts';
import { openHub } from '../hub/inProcess.ts';
import { ModelHub } from './hub.ts';

let real: TestHub;
before(async () => {
  real = await openHub();
});
after(() => real?.close());

const ids = fc.constantFrom('a', 'b', 'c').map((digit) => `0b6f2c1e-0000-4000-8000-00000000000${digit}`);
const message = fc.record({
  schema: fc.constant(1),
  policy: fc.constant(1),
  id: fc.oneof({ weight: 9, arbitrary: ids }, { weight: 1, arbitrary: fc.constant('no id') }),
  withdrawHash: fc.constant('0'.repeat(64)),
  feature: fc.constant('feedback'),
  fields: fc.record({ text: fc.constantFrom('One', 'Two', ' ') }),
});
const body = fc.oneof(
  { weight: 9, arbitrary: message.map((each) => JSON.stringify(each)) },
  { weight: 1, arbitrary: fc.constant('{') },
);

test('the hub of the model answers as the hub does', async () => {
  const { path } = routes.feedback;
  await fc.assert(
    fc.asyncProperty(fc.uuid({ version: 4 }), fc.array(body, { minLength: 1, maxLength: 12 }), async (salt, bodies) => {
      const model = new ModelHub(() => 0);
      for (const each of bodies) {
        // Each round has ids of its own: the real hub forgets nothing in between.
        const sent = each.replace('0b6f2c1e-0000-4000-8000', salt.slice(0, 23));
        const answer = await real.ask(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: sent,
        });
        const played = model.receive({ url: `https://hub.test${path}`, method: 'POST', body: sent, timeout: 1 });
        assert.ok(played.ok);
        assert.equal(played.value.status, answer.status, sent);
        const given = parseJson(receipt, await answer.text());
        assert.equal(parseJson(receipt, played.value.text)?.id, given?.id);
      }
    }),
    { numRuns: 60, seed: 1 },
  );
});
