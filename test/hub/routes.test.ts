import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import * as z from 'zod/mini';
import type { RouteName } from '../../widget/contract/routes.ts';
import { receipt, routes } from '../../widget/contract/routes.ts';
import { assertProblem } from './assertProblem.ts';
import { feedback, issue, post, signUp } from './envelope.ts';
import type { TestHub } from './inProcess.ts';
import { openHub } from './inProcess.ts';

let hub: TestHub;
before(async () => {
  hub = await openHub();
});
after(() => hub.close());

const bodies: { [N in RouteName as (typeof routes)[N]['method'] extends 'POST' ? N : never]: object } = {
  feedback: feedback(),
  issue: issue(),
  newsletter: signUp(),
  withdrawal: { schema: 1, id: randomUUID(), secret: 'a'.repeat(64) },
};
const bodyOf = (name: RouteName) => Object.entries(bodies).find(([route]) => route === name)?.[1];

const names = Object.keys(routes) as RouteName[];
const ask = (path: string, init?: RequestInit) => hub.ask(path, init);

describe('every route of the contract', () => {
  for (const name of names) {
    const { method, path } = routes[name];
    test(`${method} ${path} answers as the contract says`, async () => {
      const answer = await ask(path, method === 'POST' ? post(bodyOf(name)) : {});
      assert.equal(answer.status, 'output' in routes[name] && routes[name].output === receipt ? 201 : 200);
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
