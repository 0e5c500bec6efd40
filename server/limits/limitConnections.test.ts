import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { after, before, test } from 'node:test';
import { networkOf } from './address.ts';
import { limitConnections } from './limitConnections.ts';

const SHARE = 100;
const PROXY = '127.0.0.9';

const server = createServer();
limitConnections(server, (address) => (address === PROXY ? undefined : networkOf(address)));
/** The server's ends, by the ports of the clients'. */
const kept = new Map<number | undefined, Socket>();
server.on('connection', (socket) => {
  socket.on('error', () => {});
  if (socket.destroyed) return;
  kept.set(socket.remotePort, socket);
  socket.write('welcome');
});
before(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

const clients = new Set<Socket>();
after(() => {
  for (const client of clients) client.destroy();
  server.close();
});

/** Opens a connection from one of this machine's addresses, and gives it when the server keeps it. */
async function open(localAddress: string): Promise<Socket | null> {
  const address = server.address();
  assert.ok(address !== null && typeof address === 'object');
  const client = connect({ port: address.port, host: '127.0.0.1', localAddress });
  clients.add(client.on('error', () => {}));
  return new Promise((resolve) => {
    client.once('data', () => resolve(client));
    client.once('close', () => resolve(null));
  });
}

async function openMany(localAddress: string, count: number): Promise<readonly Socket[]> {
  const opened = await Promise.all(Array.from({ length: count }, () => open(localAddress)));
  return opened.filter((client) => client !== null);
}

test('a network has its share of the connections and no more, and takes none from another', async () => {
  assert.equal((await openMany('127.0.0.2', SHARE + 20)).length, SHARE);
  assert.equal(await open('127.0.0.2'), null);
  assert.ok(await open('127.0.0.3'));
});

test('a new day gives it no second share', async (t) => {
  assert.equal((await openMany('127.0.0.5', SHARE)).length, SHARE);
  const tomorrow = Date.now() + 86_400_000;
  t.mock.method(Date, 'now', () => tomorrow);
  assert.equal(await open('127.0.0.5'), null);
});

test('what it ends it may open again, once for each', async () => {
  const held = await openMany('127.0.0.4', SHARE);
  const [first, second] = held;
  assert.ok(first && second);
  const closed = [first, second].map((client) => once(kept.get(client.localPort) ?? assert.fail(), 'close'));
  first.end();
  second.end();
  await Promise.all(closed);
  assert.equal((await openMany('127.0.0.4', 5)).length, 2);
});

test('what is not counted, as a proxy, has no share', async () => {
  assert.equal((await openMany(PROXY, 2 * SHARE)).length, 2 * SHARE);
});
