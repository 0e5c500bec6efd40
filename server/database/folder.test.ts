import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { holdFolder } from './folder.ts';

/** Leaves what a hub leaves that was killed: a socket on which nobody listens. */
async function leaveSocket(folder: string): Promise<void> {
  const path = join(folder, 'hub.sock');
  const server = createServer().listen(path);
  await once(server, 'listening');
  renameSync(path, `${path}.kept`);
  server.close();
  await once(server, 'close');
  renameSync(`${path}.kept`, path);
}

/** Tries to hold the folder after so many turns of the event loop: at the same moment, yet not in step. */
async function holdLate(folder: string, turns: number) {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
  return holdFolder(folder);
}

for (const [left, prepare] of [
  ['nothing is left of an earlier one', async () => {}],
  ['an earlier one was killed', leaveSocket],
] as const) {
  test(`of hubs that are started at the same moment one has the folder, where ${left}`, async () => {
    for (let round = 0; round < 30; round += 1) {
      const folder = mkdtempSync(join(tmpdir(), 'noticeboard-folder-'));
      await prepare(folder);
      const tries = await Promise.allSettled([0, 1, 2, 3].map((place) => holdLate(folder, place * (round % 7))));
      const held = tries.flatMap((tried) => (tried.status === 'fulfilled' ? [tried.value] : []));
      const refused = tries.flatMap((tried) => (tried.status === 'rejected' ? [String(tried.reason)] : []));
      assert.equal(held.length, 1, refused.join('\n'));
      for (const each of held) await each.release();
      for (const reason of refused) assert.match(reason, /Another hub is running/);
      assert.deepEqual(readdirSync(folder), []);
      rmSync(folder, { recursive: true });
    }
  });
}

test('a hub that was killed while it took such a socket away does not keep the next from starting', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'noticeboard-folder-'));
  await leaveSocket(folder);
  const guard = join(folder, 'hub.sock.removing');
  mkdirSync(guard);
  const aMinuteAgo = Date.now() / 1000 - 60;
  utimesSync(guard, aMinuteAgo, aMinuteAgo);
  await (await holdFolder(folder)).release();
  assert.deepEqual(readdirSync(folder), []);
  rmSync(folder, { recursive: true });
});
