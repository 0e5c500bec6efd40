import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { limits } from '../../../widget/contract/limits.ts';
import { fetchHub } from '../../../widget/service/hub/fetchHub.ts';
import { startHub } from './hub.ts';

async function ask(respond: (response: ServerResponse) => void, request: { body?: string; timeout?: number } = {}) {
  const hub = await startHub(respond);
  try {
    const { body, timeout = 5_000 } = request;
    const answer = await fetchHub(
      body === undefined
        ? { url: `${hub.url}/x`, method: 'GET', timeout }
        : { url: `${hub.url}/x`, method: 'POST', body, timeout },
    );
    return { answer, received: hub.received };
  } finally {
    await hub.close();
  }
}

test('the answer comes with its status and text, whatever the status', async () => {
  for (const status of [200, 201, 400, 404, 409, 503]) {
    const { answer } = await ask((response) => response.writeHead(status).end('Grüße 😀'));
    assert.deepEqual(answer, { ok: true, value: { status, retryAfter: null, text: 'Grüße 😀' } });
  }
});

test('an answer without a body is an empty text', async () => {
  const { answer } = await ask((response) => response.writeHead(204).end());
  assert.deepEqual(answer, { ok: true, value: { status: 204, retryAfter: null, text: '' } });
});

test('a POST carries exactly the body, as JSON, and nothing that tells who asks', async () => {
  const body = '{"text":"Grüße \\ud800 😀"}';
  const { received } = await ask((response) => response.end('{}'), { body });
  const { headers } = received[0] ?? assert.fail('a request came');
  assert.equal(received[0]?.body.toString('utf8'), body);
  assert.equal(headers['content-type'], 'application/json');
  for (const name of ['cookie', 'referer', 'authorization']) assert.equal(headers[name], undefined);
});

test('the request asks for no cookie, no referrer and no redirect', async (t) => {
  const fetched = t.mock.method(globalThis, 'fetch', async () => new Response('ok'));
  await fetchHub({ url: 'https://hub.test/', method: 'GET', timeout: 1_000 });
  const [, options] = (fetched.mock.calls[0]?.arguments ?? []) as [string?, RequestInit?];
  const { credentials, referrerPolicy, redirect, cache, headers } = options ?? {};
  assert.deepEqual([credentials, referrerPolicy, redirect, cache], ['omit', 'no-referrer', 'manual', 'no-cache']);
  assert.equal(headers, undefined, 'a GET stays a simple request');
});

test('an answer in pieces that cut characters apart is put together', async () => {
  const bytes = Buffer.from('ä€😀'.repeat(50));
  const { answer } = await ask((response) => {
    let at = 0;
    const write = () => {
      if (at >= bytes.length) return void response.end();
      response.write(bytes.subarray(at, at + 1));
      at += 1;
      setImmediate(write);
    };
    write();
  });
  assert.equal(answer.ok && answer.value.text, 'ä€😀'.repeat(50));
});

test('bytes that are no UTF-8 are read as far as they can be', async () => {
  const { answer } = await ask((response) => response.end(Buffer.from([0x61, 0xff, 0x62])));
  assert.equal(answer.ok && answer.value.text, 'a\ufffdb');
});

test('an answer up to the limit is read, one byte more is not', async () => {
  const largest = await ask((response) => response.end('x'.repeat(limits.answerBytes)));
  assert.equal(largest.answer.ok && largest.answer.value.text.length, limits.answerBytes);
  const tooLarge = await ask((response) => response.end('x'.repeat(limits.answerBytes + 1)));
  assert.deepEqual(tooLarge.answer, { ok: false, failure: 'too-large' });
});

test('an endless answer is left after the limit', async () => {
  let written = 0;
  const { answer } = await ask((response) => {
    const chunk = Buffer.alloc(64 * 1024, 'x');
    const write = () => {
      while (!response.destroyed && response.write(chunk)) written += chunk.length;
      written += chunk.length;
    };
    response.on('drain', write);
    write();
  });
  assert.deepEqual(answer, { ok: false, failure: 'too-large' });
  assert.ok(written < 20 * limits.answerBytes, `the server was stopped, not drained: ${written}`);
});

test('a compressed answer counts as large as it unpacks', async () => {
  const { gzipSync } = await import('node:zlib');
  const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
  const { answer } = await ask((response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb));
  assert.deepEqual(answer, { ok: false, failure: 'too-large' });
});

test('a hub that never answers, or never ends its answer, is given up', async () => {
  const silent = await ask(() => {}, { timeout: 50 });
  assert.deepEqual(silent.answer, { ok: false, failure: 'timeout' });
  const endless = await ask((response) => response.write('{"id":'), { timeout: 50 });
  assert.deepEqual(endless.answer, { ok: false, failure: 'timeout' });
});

test('a connection that breaks is no network, before the answer and in the middle of it', async () => {
  const before = await ask((response) => response.destroy());
  assert.deepEqual(before.answer, { ok: false, failure: 'offline' });
  const within = await ask((response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });
  assert.deepEqual(within.answer, { ok: false, failure: 'offline' });
});

test('nobody listening is no network, and an address that is none is too', async () => {
  const gone = await startHub(() => {});
  await gone.close();
  const request = { method: 'GET', timeout: 1_000 } as const;
  assert.deepEqual(await fetchHub({ url: gone.url, ...request }), { ok: false, failure: 'offline' });
  assert.deepEqual(await fetchHub({ url: 'not an address', ...request }), { ok: false, failure: 'offline' });
});

test('a redirect is not followed', async (t) => {
  // Browsers hide a redirect behind this type; Node shows the bare status instead.
  const hidden = Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' });
  t.mock.method(globalThis, 'fetch', async () => hidden);
  const answer = await fetchHub({ url: 'https://hub.test/', method: 'GET', timeout: 1_000 });
  assert.deepEqual(answer, { ok: false, failure: 'not-a-hub' });
  t.mock.restoreAll();
  const { answer: bare, received } = await ask((response) => response.writeHead(302, { location: '/y' }).end());
  assert.equal(bare.ok && bare.value.status, 302);
  assert.equal(received.length, 1);
});

const waits: [header: string, wait: number | null][] = [
  ['120', 120_000],
  [' 0 ', 0],
  ['soon', null],
  ['', null],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
];
for (const [header, wait] of waits) {
  test(`Retry-After "${header}" is ${wait === null ? 'not understood' : `${wait} ms`}`, async () => {
    const { answer } = await ask((response) => response.writeHead(429, { 'retry-after': header }).end());
    assert.equal(answer.ok && answer.value.retryAfter, wait);
  });
}

test('Retry-After may be a date', async () => {
  const date = new Date(Date.now() + 60_000).toUTCString();
  const { answer } = await ask((response) => response.writeHead(503, { 'retry-after': date }).end());
  const wait = answer.ok ? answer.value.retryAfter : null;
  assert.ok(wait !== null && wait > 50_000 && wait <= 60_000, String(wait));
});
