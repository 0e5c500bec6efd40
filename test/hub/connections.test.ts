import assert from 'node:assert/strict';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { Agent, get } from 'node:http';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import { after, before, test } from 'node:test';
import type { RunningHub } from '../../server/start.ts';
import { startHub } from '../../server/start.ts';
import { limits } from '../../widget/contract/limits.ts';
import { problem } from '../../widget/contract/routes.ts';
import { feedback, post } from './envelope.ts';
import { newFolder } from './spawned.ts';
import { until } from './until.ts';

const folder = newFolder();
let hub: RunningHub;
before(async () => {
  const settings = { port: 0, host: '127.0.0.1', dataDir: folder, demo: true };
  hub = await startHub(settings, { request: 500, idle: 5_000, stop: 500 });
});
after(async () => {
  await hub.stop();
  rmSync(folder, { recursive: true });
});

/** Opens a connection, writes, and gives all that came back once the hub closed it. */
async function hearAll({ url }: RunningHub, write: (socket: Socket) => void): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let heard = '';
  socket.setEncoding('utf8').on('data', (text) => {
    heard += text;
  });
  // The hub may hang up while we still write: what matters is what it said.
  socket.on('error', () => {});
  const closed = new Promise((resolve) => socket.once('close', resolve));
  write(socket);
  await closed;
  return heard;
}

const converse = (...parts: string[]) =>
  hearAll(hub, (socket) => {
    for (const part of parts) socket.write(part);
  });

const head = (more: string) =>
  `POST /v1/feedback HTTP/1.1\r\nHost: hub\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;

test('a body that never ends is given up', async () => {
  assert.match(await converse(head('Content-Length: 500'), '{"schema":'), /^HTTP\/1\.1 408 /);
});

test('a body of which a byte comes now and then is given up at the same time', async () => {
  for (const path of ['/v1/feedback', '/subscriptions/unsubscribe']) {
    const heard = await hearAll(hub, (socket) => {
      socket.write(head('Content-Length: 5000').replace('/v1/feedback', path));
      const drip = setInterval(() => socket.write(' '), 20);
      socket.once('close', () => clearInterval(drip));
    });
    assert.match(heard, /^HTTP\/1\.1 408 /);
  }
});

test('headers that never end are given up', async () => {
  assert.match(await converse('GET /healthz HTTP/1.1\r\nHost: hub\r\nX-Slow: '), /^HTTP\/1\.1 408 /);
});

test('a body that says it is too large is refused before it comes', async () => {
  const heard = await converse(head(`Content-Length: ${limits.envelopeBytes + 1}`));
  assert.match(heard, /^HTTP\/1\.1 413 /);
});

test('a body that turns out too large is refused while it comes', async () => {
  const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
  const heard = await converse(head('Transfer-Encoding: chunked'), ...Array<string>(8).fill(chunk));
  assert.match(heard, /^HTTP\/1\.1 413 /);
  assert.match(heard, /"code":"too-large"/);
});

test('a request with a host that is none gets a problem as well', async () => {
  const heard = await converse('GET /healthz HTTP/1.1\r\nHost: a b/\r\nConnection: close\r\n\r\n');
  assert.match(heard, /^HTTP\/1\.1 400 /);
  const body = heard.slice(heard.indexOf('{'), heard.lastIndexOf('}') + 1);
  assert.equal(problem.parse(JSON.parse(body)).error.code, 'bad-request');
});

test('a request with more headers than the hub reads is refused: none is dropped', async () => {
  const asked = (count: number) => {
    // With Host and Connection.
    const junk = Array.from({ length: count - 2 }, (_, at) => `X-${at}: 1\r\n`).join('');
    return converse(`GET /healthz HTTP/1.1\r\nHost: hub\r\nConnection: close\r\n${junk}\r\n`);
  };
  assert.match(await asked(100), /^HTTP\/1\.1 200 /);
  for (const count of [101, 150]) {
    const heard = await asked(count);
    assert.match(heard, /^HTTP\/1\.1 431 /);
    assert.match(heard, /"code":"bad-request"/);
  }
});

test('who asks on without waiting for answers is hung up on; a few at once are answered', async () => {
  const ask = 'GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n';
  const last = ask.replace('hub\r\n', 'hub\r\nConnection: close\r\n');
  assert.equal((await converse(ask.repeat(7), last)).match(/HTTP\/1\.1 200 /g)?.length, 8);
  assert.equal(await converse(ask.repeat(9)), '');
  assert.equal(await converse(ask.repeat(5_000)), '');
});

test('who waits for each answer may ask as often as they like', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const ports = new Set<number | undefined>();
  for (let round = 0; round < 20; round += 1) {
    const asked = get(`${hub.url}/healthz`, { agent });
    const [answer]: IncomingMessage[] = await once(asked, 'response');
    assert.equal(answer?.statusCode, 200);
    ports.add(answer.socket.localPort);
    await once(answer.resume(), 'end');
  }
  agent.destroy();
  assert.equal(ports.size, 1);
});

/** A hub that gives its clients so much time between two bytes, and ten minutes for all else. */
async function withPatientHub(idle: number, work: (hub: RunningHub) => Promise<void>): Promise<void> {
  const other = newFolder();
  const settings = { port: 0, host: '127.0.0.1', dataDir: other, demo: true };
  const patient = await startHub(settings, { request: 600_000, idle, stop: 200 });
  try {
    await work(patient);
  } finally {
    await patient.stop();
    rmSync(other, { recursive: true });
  }
}

const askNothing = () => {};

test('a connection on which nothing comes or goes is closed', () =>
  withPatientHub(300, async (patient) => {
    // Would it wait for headers, it would say that they took too long.
    assert.equal(await hearAll(patient, askNothing), '');
  }));

/** Opens so many connections, as many at a time as a system lets wait for a server. */
async function openMany({ url }: RunningHub, count: number): Promise<Socket[]> {
  const { hostname, port } = new URL(url);
  const sockets: Socket[] = [];
  while (sockets.length < count) {
    const wave = Array.from({ length: Math.min(100, count - sockets.length) }, () =>
      connect(Number(port), hostname)
        .on('error', () => {})
        .resume(),
    );
    // What the hub hangs up on was opened as well, whatever comes first.
    await Promise.all(wave.map((socket) => once(socket, 'connect').catch(() => {})));
    sockets.push(...wave);
  }
  return sockets;
}

test('more connections than the hub takes are closed, and once some end there is room again', () =>
  withPatientHub(600_000, async (patient) => {
    const sockets = await openMany(patient, 1_010);
    const open = () => sockets.filter((socket) => !socket.closed);
    await until('what is beyond is closed', () => open().length <= 1_000);
    await Promise.all(
      open().map((socket) => {
        const answered = once(socket, 'data');
        socket.write('GET /healthz HTTP/1.1\r\nHost: hub\r\n\r\n');
        return answered;
      }),
    );
    assert.equal(open().length, 1_000);
    for (const socket of sockets) socket.destroy();
    await until('there is room', async () => (await fetch(`${patient.url}/healthz`).catch(() => null))?.ok === true);
  }));

test('after all that the hub works as before', async () => {
  assert.equal((await fetch(`${hub.url}/v1/feedback`, post(feedback()))).status, 201);
});

test('a client that will not end cannot keep the hub from stopping', () =>
  withPatientHub(600_000, async ({ url }) => {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {});
    socket.write(head('Content-Length: 500'));
    await (await fetch(`${url}/healthz`)).text();
  }));
