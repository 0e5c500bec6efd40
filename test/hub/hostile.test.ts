import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { limits } from '../../widget/contract/limits.ts';
import { assertProblem } from './assertProblem.ts';
import { feedback, post } from './envelope.ts';
import type { TestHub } from './inProcess.ts';
import { openHub } from './inProcess.ts';

let hub: TestHub;
before(async () => {
  hub = await openHub();
});
after(() => hub.close());

const ask = (path: string, init?: RequestInit) => hub.ask(path, init);

describe('hostile clients', () => {
  const valid = feedback();
  const hostile: Record<string, unknown> = {
    'no JSON': '{"schema":1,',
    'an empty body': '',
    'a byte order mark': `\ufeff${JSON.stringify(valid)}`,
    null: 'null',
    'an array': [valid],
    'a number as text': { ...valid, fields: { text: 1 } },
    'an object as text': { ...valid, fields: { text: { toString: 'x' } } },
    'a blank text': { ...valid, fields: { text: ' \n ' } },
    'a text past its limit': { ...valid, fields: { text: 'x'.repeat(limits.text + 1) } },
    'a field that the policy does not know': { ...valid, fields: { ...valid.fields, ip: '203.0.113.7' } },
    'a member that the envelope does not know': { ...valid, extra: true },
    'an install key past 63 bits': { ...valid, fields: { ...valid.fields, installKey: '9223372036854775808' } },
    'an install key that is no number': { ...valid, fields: { ...valid.fields, installKey: 'my secret' } },
    'a policy past what a database counts': { ...valid, policy: 1e308 },
    'a line break in a fact': { ...valid, fields: { ...valid.fields, os: 'Linux\nWindows' } },
    'another version of the envelope': { ...valid, schema: 2 },
    'another feature': { ...valid, feature: 'issues' },
    'an id that is no UUID': { ...valid, id: "' or 1=1 --" },
    'a prototype key': JSON.stringify(valid).replace('{', '{"__proto__":{"admin":true},'),
    'a prototype key among the fields': JSON.stringify(valid).replace('"fields":{', '"fields":{"__proto__":{"x":1},'),
    'a constructor key': { ...valid, fields: { ...valid.fields, constructor: { prototype: { x: 1 } } } },
    'arrays nested sixty thousand deep': `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
    'seventeen levels': `${'['.repeat(17)}${']'.repeat(17)}`,
    'a thousand and one values': `[${'0,'.repeat(1_000)}0]`,
    'objects nested deep in the text': `{"fields":{"text":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}}}`,
  };
  for (const [what, body] of Object.entries(hostile)) {
    test(`${what} gets a clear refusal`, async () => {
      const message = await assertProblem(await ask('/v1/feedback', post(body)), 400, 'bad-request');
      assert.ok(message.length > 5);
    });
  }

  test('bytes that are no UTF-8 are refused, not mended', async () => {
    const body = Buffer.from(JSON.stringify(valid).replace('forgets', '\u00ff'), 'latin1');
    await assertProblem(await ask('/v1/feedback', { ...post(''), body }), 400, 'bad-request');
  });

  test('anything but plain application/json is refused', async () => {
    const types = [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonp',
    ];
    for (const type of types) {
      await assertProblem(await ask('/v1/feedback', post(valid, { 'Content-Type': type })), 415, 'unsupported');
    }
    await assertProblem(await ask('/v1/feedback', post(valid, { 'Content-Encoding': 'gzip' })), 415, 'unsupported');
    await assertProblem(await ask('/v1/feedback', { method: 'POST' }), 415, 'unsupported');
    const told = await ask('/v1/feedback', post(feedback(), { 'Content-Type': 'Application/JSON; charset=utf-8' }));
    assert.equal(told.status, 201);
  });

  test('a message past the limit is refused, said or not said how long', async () => {
    const body = `${JSON.stringify(valid)}${' '.repeat(limits.envelopeBytes)}`;
    await assertProblem(await ask('/v1/feedback', post(body)), 413, 'too-large');
    await assertProblem(
      await ask('/v1/feedback', post(body, { 'Content-Length': String(body.length) })),
      413,
      'too-large',
    );
  });

  test('who is refused before all was read is told that the connection ends', async () => {
    const tooLarge = await ask('/v1/feedback', post('x'.repeat(limits.envelopeBytes + 1)));
    const unsupported = await ask('/v1/feedback', post(valid, { 'Content-Type': 'text/plain' }));
    for (const { headers } of [tooLarge, unsupported]) assert.equal(headers.get('Connection'), 'close');
    assert.equal((await ask('/v1/feedback', post('{'))).headers.get('Connection'), null);
  });

  test('an endless body is read no further than the limit', async () => {
    let read = 0;
    const body = new ReadableStream({
      pull: (controller) => {
        read += 16 * 1024;
        controller.enqueue(new Uint8Array(16 * 1024));
      },
    });
    const endless = { ...post(''), body, duplex: 'half' };
    await assertProblem(await ask('/v1/feedback', endless), 413, 'too-large');
    assert.ok(read <= limits.envelopeBytes + 64 * 1024, `read ${read} bytes`);
  });

  test('questions with wrong, double or unknown parameters are refused', async () => {
    const queries = [
      'version=',
      'version=x',
      'os=%00',
      `industry=${'x'.repeat(61)}`,
      'version=8&version=9',
      'email=a@b.c',
      'problem=x',
      '__proto__=x',
      'version[]=8',
      'os=%ff%00',
    ];
    for (const query of queries) await assertProblem(await ask(`/v1/extensions?${query}`), 400, 'bad-request');
  });

  test('brackets and commas that a person wrote are not counted', async () => {
    const text = `"\\"${'[{,'.repeat(2_000)}\\`;
    assert.equal((await ask('/v1/feedback', post(feedback({ text })))).status, 201);
  });

  test('a question with more parameters than there are is refused', async () => {
    const query = Array.from({ length: 21 }, (_, at) => `p${at}=x`).join('&');
    assert.match(
      await assertProblem(await ask(`/v1/extensions?${query}`), 400, 'bad-request'),
      /too many query parameters/,
    );
  });

  test('a refused message leaves no word in the log', async () => {
    const { error, log, info, warn } = console;
    const said: unknown[] = [];
    const listen = (...words: unknown[]) => said.push(...words);
    Object.assign(console, { error: listen, log: listen, info: listen, warn: listen });
    try {
      for (const body of Object.values(hostile)) await ask('/v1/feedback', post(body));
    } finally {
      Object.assign(console, { error, log, info, warn });
    }
    assert.deepEqual(said, []);
  });
});
