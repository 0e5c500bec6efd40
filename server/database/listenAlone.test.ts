import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { SetupError } from '../setupError.ts';
import { listenAlone } from './listenAlone.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'noticeboard-socket-'));
  path = join(folder, 'hub.sock');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  await closed;
}

/** Leaves what a process leaves that was killed: a socket on which nobody listens. */
async function leaveSocket(): Promise<void> {
  const server = createServer().listen(path);
  await once(server, 'listening');
  renameSync(path, `${path}.kept`);
  await close(server);
  renameSync(`${path}.kept`, path);
}

/** After so many turns of the event loop: at the same moment as others, yet not in step with them. */
async function listenLate(server: Server, turns: number): Promise<boolean> {
  for (let turn = 0; turn < turns; turn += 1) await setImmediate();
  return listenAlone(server, path);
}

for (const [left, prepare] of [
  ['nothing is there', async () => {}],
  ['a socket is left of a process that was killed', leaveSocket],
] as const) {
  test(`of several that would listen at the same moment one does, where ${left}`, async () => {
    for (let round = 0; round < 30; round += 1) {
      await prepare();
      const servers = [0, 1, 2, 3].map(() => createServer());
      const does = await Promise.all(servers.map((server, place) => listenLate(server, place * (round % 7))));
      assert.equal(does.filter(Boolean).length, 1);
      assert.deepEqual(readdirSync(folder), ['hub.sock']);
      for (const server of servers) if (server.listening) await close(server);
    }
  });
}

test('what a process left that was killed in the midst of it is not guessed at: a person is told what to do', async () => {
  mkdirSync(`${path}.starting`);
  await assert.rejects(listenAlone(createServer(), path, 50), (error) => {
    assert.ok(error instanceof SetupError);
    assert.match(error.message, /Make sure that none runs, and delete the folder .*hub\.sock\.starting\.$/);
    return true;
  });
});

test('what can be no socket is told, and leaves nothing behind', async () => {
  mkdirSync(path);
  await assert.rejects(listenAlone(createServer(), path), SetupError);
  assert.deepEqual(readdirSync(folder), ['hub.sock']);
});
