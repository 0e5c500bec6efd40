import fc from 'fast-check';
import type { Step } from './acts.ts';
import { acts } from './acts.ts';
import type { RunScript } from './service.ts';
import type { Schedule } from './story.ts';
import { Story } from './story.ts';
import { Tally } from './tally.ts';

/** How often each act comes up beside the others, where it is more than once. */
const weights: { readonly [A in Step['act']]?: number } = {
  compose: 16,
  weather: 12,
  wait: 8,
  edit: 8,
  withdraw: 6,
  'withdraw from the log': 2,
  'withdraw in vain': 2,
  'leave at the hub': 2,
  'compose what arrives and is refused': 2,
  rewrite: 3,
  show: 4,
  kill: 4,
  send: 3,
  'try now': 3,
  'disk has room': 3,
};

const act = fc.oneof(
  ...(Object.keys(acts) as Step['act'][]).map((name) => ({ weight: weights[name] ?? 1, arbitrary: fc.constant(name) })),
);

const step: fc.Arbitrary<Step> = fc.record({
  act,
  view: fc.constantFrom(0, 0, 0, 1),
  amount: fc.nat({ max: 40 }),
  moves: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 12 }), fc.constant(40)),
});

/** Any order of anything, in either home. */
export const schedules: fc.Arbitrary<Schedule> = fc.record({
  home: fc.constantFrom('extension', 'pages'),
  seed: fc.integer(),
  steps: fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
});

/** Plays it to its end. Throws when a promise is broken. */
export async function play(runScript: RunScript, schedule: Schedule, tally = new Tally()): Promise<void> {
  const story = new Story(runScript, schedule, tally);
  await story.play(schedule.steps);
  await story.end();
}
