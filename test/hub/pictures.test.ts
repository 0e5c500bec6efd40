import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { test } from 'node:test';
import { limits } from '../../widget/contract/limits.ts';
import { routes } from '../../widget/contract/routes.ts';
import { issue } from './envelope.ts';
import { listed, newFolder, spawnHub } from './spawned.ts';

test('a report with the largest picture is taken, and listed whole', async () => {
  const DATA_DIR = newFolder();
  const hub = await spawnHub({ DATA_DIR });
  const screenshot = `data:image/webp;base64,${'A'.repeat(Math.floor(limits.screenshotBytes / 3) * 4)}`;
  const message = issue({ screenshot });
  const answer = await fetch(hub.url + routes.issue.path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
  });
  assert.equal(answer.status, 201);
  assert.deepEqual((await listed({ DATA_DIR }))[0]?.fields, message.fields);
  hub.signal('SIGTERM');
  await hub.ended;
  rmSync(DATA_DIR, { recursive: true });
});
