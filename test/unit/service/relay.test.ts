import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import type { RelayFrame } from '../../../widget/service/hub/relay.ts';
import { relayTransport } from '../../../widget/service/hub/relay.ts';
import { serveRelay } from '../../../widget/service/hub/relayFrame.ts';
import type { HubRequest } from '../../../widget/service/surroundings.ts';
import { until } from './home.ts';
import { startHub } from './hub.ts';

const request: HubRequest = { url: 'https://hub.test/v1/news.rss', method: 'GET', timeout: 1_000 };

/** A frame and its parent, as far as messages go between them. */
class TestFrame extends EventTarget {
  readonly parent = {};
  closed = false;
  readonly posted: { data: unknown; target: string }[] = [];

  postMessage(data: unknown, target: string, ports: MessagePort[]): void {
    this.posted.push({ data, target });
    if (!this.closed) this.deliver(this.parent, structuredClone(data), ports);
  }

  deliver(source: unknown, data: unknown, ports: MessagePort[]): void {
    this.dispatchEvent(Object.assign(new Event('message'), { source, data, ports }));
  }

  asWindow(): Window {
    return this as unknown as Window;
  }
}

/** Opens frames, and notes them. */
function opener(prepare: (frame: TestFrame) => void) {
  const frames: TestFrame[] = [];
  const open = async (): Promise<RelayFrame> => {
    const frame = new TestFrame();
    prepare(frame);
    frames.push(frame);
    return {
      window: frame.asWindow(),
      close: () => {
        frame.closed = true;
      },
    };
  };
  return { frames, open };
}

const served = (frame: TestFrame) => serveRelay(frame.asWindow());

test('a request goes through the frame to the hub and back', async () => {
  const hub = await startHub((response) => response.writeHead(201).end('done'));
  const { frames, open } = opener(served);
  const transport = relayTransport(open);
  const sent = { url: `${hub.url}/v1/feedback`, method: 'POST', body: '{"a":"😀"}', timeout: 5_000 } as const;
  const answers = await Promise.all([transport(sent), transport({ ...sent, body: '{}' })]);
  await hub.close();
  for (const answer of answers) {
    assert.deepEqual(answer, { ok: true, value: { status: 201, retryAfter: null, text: 'done' } });
  }
  assert.deepEqual(hub.received.map(({ body }) => body.toString()).sort(), ['{"a":"😀"}', '{}']);
  assert.equal(frames.length, 1, 'one frame serves both');
});

test('what fails in the frame is an answer too', async () => {
  const gone = await startHub(() => {});
  await gone.close();
  const transport = relayTransport(opener(served).open);
  assert.deepEqual(await transport({ ...request, url: gone.url }), { ok: false, failure: 'offline' });
});

test('each hub has a frame of its own', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => new Response('ok'));
  const { frames, open } = opener(served);
  const transport = relayTransport(open);
  for (const url of ['https://hub.test/a', 'https://hub.test/b', 'https://other.test/a']) {
    assert.ok((await transport({ ...request, url })).ok);
  }
  assert.equal(frames.length, 2);
});

test('a frame stays with the hub that its first request went to', async (t) => {
  const fetched = t.mock.method(globalThis, 'fetch', async () => new Response('ok'));
  const frame = new TestFrame();
  served(frame);
  const ask = async (url: string) => {
    const { port1, port2 } = new MessageChannel();
    const answers: unknown[] = [];
    port1.onmessage = ({ data }) => answers.push(data);
    frame.deliver(frame.parent, { noticeboardRelay: 1, request: { ...request, url } }, [port2]);
    await until(() => answers.length === 2, 'an answer');
    port1.close();
    return answers;
  };
  assert.deepEqual((await ask('https://hub.test/a'))[0], 'taken');
  assert.deepEqual((await ask('https://evil.test/a'))[1], { ok: false, failure: 'not-allowed' });
  assert.deepEqual((await ask('no address'))[1], { ok: false, failure: 'not-allowed' });
  assert.equal(fetched.mock.callCount(), 1);
});

/** Posts to a frame, and says whether it did anything. */
async function heard(t: TestContext, source: 'parent' | 'stranger', data: unknown, withPort = true): Promise<boolean> {
  const fetched = t.mock.method(globalThis, 'fetch', async () => new Response('ok'));
  const frame = new TestFrame();
  served(frame);
  const { port1, port2 } = new MessageChannel();
  frame.deliver(source === 'parent' ? frame.parent : {}, data, withPort ? [port2] : []);
  port1.close();
  port2.close();
  return fetched.mock.callCount() > 0;
}

test('the frame hears only the page that holds it, and only requests', async (t) => {
  assert.equal(await heard(t, 'parent', { noticeboardRelay: 1, request }), true);
  assert.equal(await heard(t, 'stranger', { noticeboardRelay: 1, request }), false);
  assert.equal(await heard(t, 'parent', { noticeboardRelay: 1, request }, false), false);
  const hostile: unknown[] = [
    null,
    'taken',
    {},
    { request },
    { noticeboardRelay: 2, request },
    { noticeboardRelay: 1, request: null },
    { noticeboardRelay: 1, request: { ...request, method: 'DELETE' } },
    { noticeboardRelay: 1, request: { ...request, url: 5 } },
    { noticeboardRelay: 1, request: { ...request, body: {} } },
    { noticeboardRelay: 1, request: { ...request, timeout: '1' } },
  ];
  for (const data of hostile) assert.equal(await heard(t, 'parent', data), false, JSON.stringify(data));
});

test('what comes back from a frame is parsed', async () => {
  const replies: unknown[] = [
    null,
    'yes',
    {},
    { ok: true },
    { ok: true, value: { status: '200', retryAfter: null, text: '' } },
    { ok: false, failure: 'sunspots' },
  ];
  for (const data of replies) {
    const { open } = opener((frame) => {
      frame.addEventListener('message', (event) => {
        const [port] = (event as MessageEvent).ports;
        port?.postMessage('taken');
        port?.postMessage(data);
      });
    });
    assert.deepEqual(await relayTransport(open)(request), { ok: false, failure: 'internal' }, JSON.stringify(data));
  }
});

test('a frame that does not answer is no network, and the next request opens another', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let alive = false;
  const { frames, open } = opener((frame) => {
    if (alive) {
      frame.addEventListener('message', (event) => {
        (event as MessageEvent).ports[0]?.postMessage({ ok: true, value: { status: 200, retryAfter: null, text: '' } });
      });
    }
  });
  const transport = relayTransport(open);
  const lost = transport(request);
  await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(5_000);
  assert.deepEqual(await lost, { ok: false, failure: 'offline' });
  assert.equal(frames[0]?.closed, true);
  alive = true;
  assert.ok((await transport(request)).ok);
  assert.equal(frames.length, 2);
});

test('a frame that takes a request and falls silent is given up after the time limit', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const taken: true[] = [];
  const { open } = opener((frame) => {
    frame.addEventListener('message', (event) => {
      (event as MessageEvent).ports[0]?.postMessage('taken');
      taken.push(true);
    });
  });
  const lost = relayTransport(open)(request);
  while (taken.length === 0) await new Promise((resolve) => setImmediate(resolve));
  for (let i = 0; i < 10; i++) await new Promise((resolve) => setImmediate(resolve));
  t.mock.timers.tick(request.timeout + 5_000);
  assert.deepEqual(await lost, { ok: false, failure: 'timeout' });
});

test('a frame that cannot be opened is no network, and is tried again', async (t) => {
  t.mock.method(globalThis, 'fetch', async () => new Response('ok'));
  const { open } = opener(served);
  let attempts = 0;
  const transport = relayTransport(async () => {
    attempts += 1;
    if (attempts === 1) throw new Error('refused by the page');
    return open();
  });
  assert.deepEqual(await transport(request), { ok: false, failure: 'offline' });
  assert.ok((await transport(request)).ok);
  assert.deepEqual(await transport({ ...request, url: 'no address' }), { ok: false, failure: 'offline' });
});
