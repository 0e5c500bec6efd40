import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { periodically } from './periodic.ts';

test('work is done at once and again, one turn at a time, and one that fails ends nothing', async (t) => {
  const told: string[] = [];
  t.mock.method(console, 'error', (line: string) => told.push(line));
  let turns = 0;
  let atOnce = 0;
  let most = 0;
  let after = 0;
  const count = async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    turns += 1;
    await setImmediate();
    atOnce -= 1;
    if (turns === 2) throw new Error('a failure');
  };
  const next = async () => {
    after += 1;
    if (turns === 2) throw new Error('another');
  };
  const periodic = periodically(1, { Counting: count, 'What comes next': next });
  while (turns < 5) await setImmediate();
  await periodic.stop();
  const ended = turns;
  // A turn that was left over would come before the second one of what begins only now.
  let later = 0;
  const other = periodically(1, {
    async Later() {
      later += 1;
    },
  });
  while (later < 2) await setImmediate();
  await other.stop();
  assert.deepEqual([most, turns, after], [1, ended, ended]);
  assert.deepEqual(told, ['Counting failed: a failure (Error)', 'What comes next failed: another (Error)']);
});

test('told to stop, it waits for the turn under way, which can know of it', async () => {
  let stopped = false;
  const periodic = periodically(1, {
    async Waiting(stop) {
      await new Promise((resume) => stop.addEventListener('abort', resume));
      stopped = true;
    },
  });
  await periodic.stop();
  assert.ok(stopped);
});
