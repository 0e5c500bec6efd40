import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { mutants } from './mutants.ts';
import { play, schedules } from './schedules.ts';
import type { RunScript } from './service.ts';
import { loadService } from './service.ts';

const numRuns = 10_000;
const seed = 7;

let sound: RunScript;
before(async () => {
  sound = await loadService();
});

for (const mutant of mutants) {
  test(`the model finds out a service that ${mutant.name}, and not one that does not`, async (t) => {
    const runScript = await loadService(mutant);
    const found = await fc.check(
      fc.asyncProperty(schedules, (schedule) => play(runScript, schedule)),
      { numRuns, seed, endOnFailure: true },
    );
    assert.ok(found.failed, `no counter-example in ${numRuns} schedules`);
    const why = found.errorInstance instanceof Error ? found.errorInstance.message : String(found.errorInstance);
    const [schedule] = found.counterexample ?? assert.fail('there is one');
    await play(sound, schedule);
    t.diagnostic(`schedule ${found.numRuns}: ${why.replaceAll(/\s+/g, ' ').slice(0, 120)}`);
  });
}

test('a mutant that does not fit the source is an error, not a service without a change', async () => {
  const file = 'widget/service/outbox/delivery.ts';
  const patchOf = (from: string) => ({ name: 'fits nowhere', patches: [{ file, from, to: '' }] });
  await assert.rejects(loadService(patchOf('no such words')), /fits 0 times/);
  await assert.rejects(loadService(patchOf('transaction')), /fits \d\d times/);
});
