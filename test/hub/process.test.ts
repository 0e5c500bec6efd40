import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, test } from 'node:test';
import { openDatabase } from '../../server/database/open.ts';
import { submissions } from '../../server/submissions/tables.ts';
import { feedback, post } from './envelope.ts';
import type { Variables } from './onBothDatabases.ts';
import { asProcessesOnBothDatabases } from './onBothDatabases.ts';
import type { SpawnedHub } from './spawned.ts';
import { endOf, listed, newFolder, runCli, runHub, spawnHub } from './spawned.ts';
import { until } from './until.ts';
import { within } from './within.ts';

const running: SpawnedHub[] = [];

/** Starts a hub that ends with its test, however that ends. */
async function spawn(variables: Variables): Promise<SpawnedHub> {
  const hub = await spawnHub(variables);
  running.push(hub);
  return hub;
}

afterEach(async () => {
  for (const hub of running.splice(0)) {
    hub.signal('SIGKILL');
    await endOf(hub);
  }
});

const send = (hub: SpawnedHub, message: unknown) =>
  within("the hub's answer", fetch(`${hub.url}/v1/feedback`, post(message)));

async function stop(hub: SpawnedHub) {
  hub.signal('SIGTERM');
  const { code, output } = await endOf(hub);
  assert.equal(code, 0, output);
  assert.match(output, /The hub has stopped\.\n$/);
}

asProcessesOnBothDatabases('the hub as a process', (variables, database) => {
  asProcess(variables);
  if (database === 'embedded') onFolder(variables);
  else onServer(variables);
});

function onFolder(variables: () => Variables) {
  test('the folder that it makes, and its socket, are for its own user alone', async () => {
    const folder = join(variables().DATA_DIR ?? '', 'new');
    const hub = await spawn({ DATA_DIR: folder });
    const modes = [folder, join(folder, 'hub.sock')].map((path) => (statSync(path).mode & 0o777).toString(8));
    assert.deepEqual(modes, ['700', '600']);
    await stop(hub);
  });

  test('a list that is longer than a pipe holds is whole', async () => {
    const folder = newFolder();
    const database = await openDatabase({ port: 0, host: '127.0.0.1', dataDir: folder, demo: false });
    const rows = Array.from({ length: 1_000 }, () => ({
      ...feedback(),
      bodyHash: '',
      fields: { text: 'x'.repeat(300) },
    }));
    await database.db.insert(submissions).values(rows);
    await database.close();
    assert.equal((await listed({ DATA_DIR: folder })).length, 1_000);
    rmSync(folder, { recursive: true });
  });

  test('while it runs, a second hub on the same folder is refused, and the list still works', async () => {
    const hub = await spawn(variables());
    const message = feedback();
    assert.equal((await send(hub, message)).status, 201);
    const { code, output } = await runHub(variables());
    assert.equal(code, 1);
    assert.match(output, /^Another hub is running on .*\. Stop it, or set DATA_DIR\.\n$/);
    assert.equal((await listed(variables()))[0]?.id, message.id);
    await stop(hub);
    assert.equal((await listed(variables()))[0]?.id, message.id);
  });
}

function onServer(variables: () => Variables) {
  test('two of them share one database, and a message sent to both is stored once', async () => {
    const [one, two] = await Promise.all([spawn(variables()), spawn(variables())]);
    const message = feedback();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => send(i % 2 ? one : two, message)));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [...Array(19).fill(200), 201]);
    assert.equal((await listed(variables())).filter(({ id }) => id === message.id).length, 1);
    await Promise.all([stop(one), stop(two)]);
  });
}

function asProcess(variables: () => Variables) {
  test('what it took is there after a restart, newest first', async () => {
    const first = feedback({ text: 'the first', email: 'ada@example.org' });
    const second = feedback({ text: 'the second' });
    let hub = await spawn(variables());
    assert.equal((await send(hub, first)).status, 201);
    assert.equal((await send(hub, second)).status, 201);
    await stop(hub);
    hub = await spawn(variables());
    assert.equal((await send(hub, first)).status, 200);
    await stop(hub);
    assert.deepEqual(
      (await listed(variables())).map(({ id, fields }) => ({ id, fields })),
      [second, first].map(({ id, fields }) => ({ id, fields })),
    );
    const { output } = await runCli(['submissions'], variables());
    assert.match(output, /^[0-9A-F-]{14} {2}\d{4}-\d\d-\d\d \d\d:\d\d {2}feedback\n {2}the second\n/);
    assert.match(output, / {2}the first\n {2}email ada@example\.org\n/);
  });

  test('killed in the middle of a burst, three times over, it has lost nothing that it acknowledged', async () => {
    const acknowledged: string[] = [];
    for (const round of [1, 2, 3]) {
      const hub = await spawn(variables());
      const before = acknowledged.length;
      const clients = Array.from({ length: 8 }, async () => {
        for (let tries = 0; tries < 1_000; tries += 1) {
          const message = feedback({ text: 'x'.repeat(500) });
          try {
            const answer = await send(hub, message);
            if (answer.status === 201) acknowledged.push(message.id);
          } catch (error) {
            assert.ok(error instanceof TypeError, String(error));
            return; // The hub is gone.
          }
          if (acknowledged.length - before > 30 * round) hub.signal('SIGKILL');
        }
        assert.fail('The hub was never killed: it acknowledges too little.');
      });
      await Promise.all([...clients, endOf(hub)]);
    }
    const stored = (await listed(variables())).map(({ id }) => id);
    assert.ok(acknowledged.length > 180);
    assert.equal(new Set(stored).size, stored.length);
    assert.deepEqual(
      acknowledged.filter((id) => !stored.includes(id)),
      [],
    );
  });

  test('told to stop, it takes no more but finishes what it has', async () => {
    const hub = await spawn(variables());
    const body = JSON.stringify(feedback());
    const slow = request(`${hub.url}/v1/feedback`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Content-Length': body.length, Expect: '100-continue' },
    });
    slow.flushHeaders();
    await within('the word to go on', once(slow, 'continue'));
    slow.write(body.slice(0, 50));
    hub.signal('SIGTERM');
    const answers = () =>
      fetch(`${hub.url}/healthz`, { headers: { Connection: 'close' } }).then((answer) => answer.text());
    await until('it takes no more', () =>
      answers().then(
        () => false,
        () => true,
      ),
    );
    slow.end(body.slice(50));
    const [answer]: { statusCode?: number }[] = await within('the answer to what it has', once(slow, 'response'));
    assert.equal(answer?.statusCode, 201);
    assert.equal((await endOf(hub)).code, 0);
    assert.ok((await listed(variables())).some(({ id }) => body.includes(id)));
  });
}

describe('what the operator has to put right', () => {
  test('is told in one line', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const taken = typeof address === 'object' ? String(address?.port) : '';
    const folder = newFolder();
    const cases: [Variables, RegExp][] = [
      [{ PORT: 'http' }, /^PORT must be a port number.*\n$/],
      [{ PORT: taken, DATA_DIR: folder }, /^Port \d+ is taken\. Set PORT to another one\.\n$/],
      [{ DATA_DIR: '/dev/null/x' }, /^The folder \/dev\/null\/x \(DATA_DIR\) cannot be made: .*\n$/],
      [
        { DATABASE_URL: 'postgresql://127.0.0.1:1/none' },
        /^PostgreSQL cannot be used \(DATABASE_URL\): .*ECONNREFUSED.*\n$/,
      ],
    ];
    try {
      for (const [variables, message] of cases) {
        const { code, output } = await runHub(variables);
        assert.equal(code, 1);
        assert.match(output, message);
      }
    } finally {
      server.close();
      rmSync(folder, { recursive: true });
    }
  });

  test('is told by the list too, which makes no folder where none is', async () => {
    const none = await runCli(['submissions'], { DATA_DIR: '/tmp/noticeboard-none' });
    assert.deepEqual(none, { code: 1, output: 'No hub has run on /tmp/noticeboard-none (DATA_DIR) yet.\n' });
    for (const args of [[], ['subscribers'], ['submissions', '--all']]) {
      const { code, output } = await runCli(args, {});
      assert.equal(code, 1);
      assert.match(output, /npm run hub -- submissions --json/);
    }
  });
});
