import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import * as z from 'zod/mini';
import { limits } from '../../widget/contract/limits.ts';
import type { RouteName } from '../../widget/contract/routes.ts';
import { problem, routes } from '../../widget/contract/routes.ts';
import { feedback, post } from './envelope.ts';
import type { TestHub } from './inProcess.ts';
import { openHub } from './inProcess.ts';

let hub: TestHub;
before(async () => {
  hub = await openHub();
});
after(() => hub.close());

const names = Object.keys(routes) as RouteName[];
const ask = (path: string, init?: RequestInit) => hub.ask(path, init);

async function assertProblem(response: Response, status: number, code: string) {
  assert.equal(response.status, status);
  assert.match(response.headers.get('Content-Type') ?? '', /^application\/json/);
  assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
  const { error } = problem.parse(await response.json());
  assert.equal(error.code, code);
  assert.doesNotMatch(error.message, /\.ts|node_modules|\n/);
  return error.message;
}

describe('every route of the contract', () => {
  for (const name of names) {
    const { method, path } = routes[name];
    test(`${method} ${path} answers as the contract says`, async () => {
      const answer = await ask(path, method === 'POST' ? post(feedback()) : {});
      assert.equal(answer.status, method === 'POST' ? 201 : 200);
      const route = routes[name];
      if ('output' in route) assert.ok(z.safeParse(route.output, await answer.json()).success);
      else assert.match(answer.headers.get('Content-Type') ?? '', /^application\/rss\+xml/);
    });

    test(`${method} ${path} is open to every origin, without credentials`, async () => {
      const preflight = await ask(path, {
        method: 'OPTIONS',
        headers: {
          Origin: 'null',
          'Access-Control-Request-Method': method,
          'Access-Control-Request-Headers': 'content-type',
        },
      });
      assert.equal(preflight.status, 204);
      for (const response of [preflight, await ask(path, { headers: { Origin: 'null' } })]) {
        assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
        assert.equal(response.headers.get('Access-Control-Allow-Credentials'), null);
        assert.equal(response.headers.get('Set-Cookie'), null);
      }
      assert.match(preflight.headers.get('Access-Control-Allow-Methods') ?? '', new RegExp(method));
      assert.match(preflight.headers.get('Access-Control-Allow-Headers') ?? '', /content-type/i);
      assert.ok(Number(preflight.headers.get('Access-Control-Max-Age')) > 0);
    });

    test(`${path} refuses another method and says which it takes`, async () => {
      const answer = await ask(path, { method: 'DELETE' });
      await assertProblem(answer, 405, 'method-not-allowed');
      assert.match(answer.headers.get('Allow') ?? '', new RegExp(method));
    });

    test(`/openapi.json describes ${path}`, async () => {
      const description = await (await ask('/openapi.json')).json();
      const operation = description.paths[path][method.toLowerCase()];
      assert.equal(operation.operationId, name);
      if (name === 'feedback') {
        const { schema } = operation.requestBody.content['application/json'];
        assert.deepEqual(schema.required, ['schema', 'policy', 'id', 'withdrawHash', 'feature', 'fields']);
        assert.equal(schema.properties.fields.additionalProperties, false);
      }
    });
  }

  test('an unknown address is a problem too', async () => {
    await assertProblem(await ask('/v1/everything'), 404, 'not-found');
    await assertProblem(await ask('/../etc/passwd'), 404, 'not-found');
  });
});

describe('what may be kept by a cache', () => {
  for (const path of ['/v1/news.rss', '/v1/extensions?version=8.4.0&industry=Manufacturing', '/noticeboard.js']) {
    test(`${path} is revalidated without being sent again`, async () => {
      writeFileSync(join(hub.dropinFolder, 'noticeboard.js'), 'void 0;');
      const first = await ask(path);
      const etag = first.headers.get('ETag') ?? '';
      assert.match(etag, /^"[^"]+"$/);
      assert.match(first.headers.get('Cache-Control') ?? '', /^public, max-age=\d+$/);
      const again = await ask(path, { headers: { 'If-None-Match': etag } });
      assert.equal(again.status, 304);
      assert.equal(await again.text(), '');
      assert.equal(again.headers.get('ETag'), etag);
      assert.equal(again.headers.get('Access-Control-Allow-Origin'), '*');
      assert.equal((await ask(path, { headers: { 'If-None-Match': '"other"' } })).status, 200);
      const compressed = await ask(path, { headers: { 'Accept-Encoding': 'gzip', 'If-None-Match': `W/${etag}` } });
      assert.equal(compressed.status, 304);
    });
  }

  test('messages, problems and health are never kept', async () => {
    for (const answer of [await ask('/v1/feedback', post(feedback())), await ask('/no'), await ask('/healthz')]) {
      assert.equal(answer.headers.get('Cache-Control'), 'no-store');
    }
  });
});

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
    'a line break in a fact': { ...valid, fields: { ...valid.fields, os: 'Linux\nWindows' } },
    'another version of the envelope': { ...valid, schema: 2 },
    'another feature': { ...valid, feature: 'issues' },
    'an id that is no UUID': { ...valid, id: "' or 1=1 --" },
    'a prototype key': JSON.stringify(valid).replace('{', '{"__proto__":{"admin":true},'),
    'a prototype key among the fields': JSON.stringify(valid).replace('"fields":{', '"fields":{"__proto__":{"x":1},'),
    'a constructor key': { ...valid, fields: { ...valid.fields, constructor: { prototype: { x: 1 } } } },
    'arrays nested sixty thousand deep': `${'['.repeat(60_000)}${']'.repeat(60_000)}`,
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

  test('a message in the way of nothing is told of in no log', async () => {
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

describe('scripts and pages', () => {
  test('each script of the drop-in can be loaded by any page', async () => {
    writeFileSync(join(hub.dropinFolder, 'noticeboard-panel.js'), 'void "panel";'.padEnd(2000));
    const script = await ask('/noticeboard-panel.js?v=1', { headers: { 'Accept-Encoding': 'gzip' } });
    assert.equal(script.status, 200);
    assert.match(script.headers.get('Content-Type') ?? '', /^text\/javascript/);
    assert.equal(script.headers.get('Access-Control-Allow-Origin'), '*');
    assert.equal(script.headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
    assert.equal(script.headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(script.headers.get('Content-Encoding'), 'gzip');
    assert.equal(script.headers.get('Vary'), 'Accept-Encoding');
  });

  test('no other file can be had', async () => {
    for (const path of ['/..%2fpackage.js', '/hub.sock', '/%2e%2e/x.js', '/database.js', '/a/b.js', '/.js']) {
      await assertProblem(await ask(path), 404, 'not-found');
    }
  });

  for (const path of ['/', '/demo/', '/demo/?user=sales', '/demo/index.php?module=Accounts&view=List']) {
    test(`${path} is a page that nothing foreign gets into`, async () => {
      const page = await ask(path);
      assert.equal(page.status, 200);
      assert.match(page.headers.get('Content-Type') ?? '', /^text\/html/);
      const policy = page.headers.get('Content-Security-Policy') ?? '';
      for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
        assert.ok(policy.includes(part));
      assert.doesNotMatch(policy, /unsafe|\*/);
      assert.equal(page.headers.get('X-Content-Type-Options'), 'nosniff');
      assert.equal(page.headers.get('Referrer-Policy'), 'no-referrer');
      assert.equal(page.headers.get('Cross-Origin-Resource-Policy'), 'same-origin');
    });
  }

  test('the demo CRM says what a vtiger 8 says, and to whom', async () => {
    const page = async (path: string) => (await ask(path)).text();
    const administrator = await page('/demo/');
    const sales = await page('/demo/?user=sales');
    assert.match(administrator, /href="\?module=Vtiger&parent=Settings&view=Index"/);
    assert.doesNotMatch(sales, /parent=Settings&view=Index/);
    for (const html of [administrator, sales]) {
      assert.match(html, /<footer class="app-footer"><p>Powered by vtiger CRM - 8\.4\.0/);
      assert.match(
        html,
        /<script async referrerpolicy="no-referrer" src="\/noticeboard\.js" data-hub="http:\/\/localhost">/,
      );
    }
    const declared = /id="noticeboard-install">([^<]+)</.exec(sales)?.[1] ?? '';
    assert.equal(JSON.parse(declared).administrator, false);
    assert.equal((await ask('/demo?user=sales')).headers.get('Location'), '/demo/?user=sales');
  });

  test('what a demo address says is never taken for markup', async () => {
    const html = await (await ask('/demo/?module=</script><script>alert(1)</script>&user="><b>')).text();
    assert.doesNotMatch(html, /alert\(1\)|"><b>/);
  });
});

test('in production there is no demo', async () => {
  const production = await openHub(undefined, false);
  try {
    await assertProblem(await production.ask('/demo/'), 404, 'not-found');
    assert.doesNotMatch(await (await production.ask('/')).text(), /demo/);
  } finally {
    await production.close();
  }
});
