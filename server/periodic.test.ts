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
  const periodic = periodically('Counting', 1, async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    turns += 1;
    await setImmediate();
    atOnce -= 1;
    if (turns === 2) throw new Error('a failure');
  });
  while (turns < 5) await setImmediate();
  await periodic.stop();
  const ended = turns;
  // A turn that was left over would come before the second one of what begins only now.
  let later = 0;
  const other = periodically('Later', 1, async () => {
    later += 1;
  });
  while (later < 2) await setImmediate();
  await other.stop();
  assert.deepEqual([most, turns, told], [1, ended, ['Counting failed: a failure (Error)']]);
});

test('told to stop, it waits for the turn under way, which can know of it', async () => {
  let stopped = false;
  const periodic = periodically('Waiting', 1, async (stop) => {
    await new Promise((resume) => stop.addEventListener('abort', resume));
    stopped = true;
  });
  await periodic.stop();
  assert.ok(stopped);
});
