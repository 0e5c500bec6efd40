import { test } from 'node:test';
import fc from 'fast-check';
import { play, schedules } from './schedules.ts';
import { loadService } from './service.ts';
import { Tally } from './tally.ts';

const numRuns = Number(process.env.MODEL_RUNS ?? 10_000);
const seed = Number(process.env.MODEL_SEED ?? 20_261_124);

test(`in ${numRuns} random schedules (MODEL_SEED=${seed}) no text is lost, none is sent twice, none is said to be delivered that is not, none is at the hub that was withdrawn`, async (t) => {
  const runScript = await loadService();
  const tally = new Tally();
  await fc.assert(
    fc.asyncProperty(schedules, (schedule) => play(runScript, schedule, tally)),
    { numRuns, seed },
  );
  for (const line of tally.lines()) t.diagnostic(line);
});
