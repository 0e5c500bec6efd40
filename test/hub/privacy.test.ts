import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { limits } from '../../widget/contract/limits.ts';
import { routes } from '../../widget/contract/routes.ts';
import { skipWithoutPostgres, startCluster } from './cluster.ts';
import { feedback } from './envelope.ts';
import { newFolder, spawnHub } from './spawned.ts';

const SENDER = '127.0.0.2';
const FORWARDED = '203.0.113.7';
const addresses = [SENDER, FORWARDED, '198.51.100.9'];
const MARK = 'a text that can be found again';

describe('no address of a sender is kept', () => {
  test('with the embedded database', async () => {
    const folder = newFolder();
    await exercise({ DATA_DIR: folder });
    assertNoAddress(folder);
    rmSync(folder, { recursive: true });
  });

  test('with PostgreSQL', { skip: skipWithoutPostgres }, async () => {
    const cluster = await startCluster();
    try {
      await exercise({ DATABASE_URL: await cluster.createDatabase() });
      await cluster.stop();
      assertNoAddress(cluster.folder);
    } finally {
      await cluster.remove();
    }
  });
});

/** Sends something to every route, right and wrong, from an address of its own, and looks through what the hub printed. */
async function exercise(variables: Record<string, string>) {
  const hub = await spawnHub(variables);
  const message = JSON.stringify(feedback({ text: MARK }));
  const statuses: (number | undefined)[] = [];
  for (const { method, path } of Object.values(routes)) {
    const bodies =
      method === 'POST' ? [message, message, `${message} `, '{', 'x'.repeat(limits.envelopeBytes + 1)] : [''];
    for (const body of bodies) statuses.push(await send(hub.url + path, method, body));
    statuses.push(await send(hub.url + path, 'DELETE', ''));
  }
  for (const path of ['/none', '/v1/extensions?version=x', '/demo/', '/noticeboard.js', '/']) {
    statuses.push(await send(hub.url + path, 'GET', ''));
  }
  for (const expected of [200, 201, 400, 404, 405, 409, 413]) assert.ok(statuses.includes(expected), `a ${expected}`);
  hub.signal('SIGTERM');
  const { output } = await hub.ended;
  for (const address of addresses) assert.ok(!output.includes(address), output);
}

function send(url: string, method: string, body: string): Promise<number | undefined> {
  const headers = {
    'Content-Type': 'application/json',
    'X-Forwarded-For': FORWARDED,
    'X-Real-IP': FORWARDED,
    Forwarded: 'for=198.51.100.9',
  };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers, localAddress: SENDER, agent: false }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode));
    });
    asked.on('error', reject).end(body);
  });
}

function assertNoAddress(folder: string) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const contents = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name)));
  assert.ok(
    contents.some((content) => content.includes(MARK)),
    'the message itself is found, so an address would be too',
  );
  for (const address of addresses) {
    assert.ok(!contents.some((content) => content.includes(address)), `${address} is in the data folder`);
  }
}
