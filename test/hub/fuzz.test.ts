import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { fuzz } from '../fuzz/fuzz.ts';
import { newFolder, spawnHub } from './spawned.ts';

test('whatever is sent to any route gets an answer, never a defect; and the hub grows no larger', async () => {
  const folder = newFolder();
  const hub = await spawnHub({ DATA_DIR: folder });
  try {
    const { statuses, wrong, memory } = await fuzz(hub, 2_000, 20_261_124);
    assert.deepEqual(wrong, []);
    for (const status of [200, 201, 400, 404, 405, 413, 415]) assert.ok(statuses.has(status), `a ${status}`);
    const [first = 0, , , last = 0] = memory;
    assert.ok(last - first < 150 * 1024 * 1024, `grew by ${last - first} bytes`);
    assert.equal((await fetch(`${hub.url}/readyz`)).status, 200);
  } finally {
    hub.signal('SIGTERM');
  }
  const { code, output } = await hub.ended;
  assert.equal(code, 0);
  assert.doesNotMatch(output, /defect|failed/i);
  rmSync(folder, { recursive: true });
});
