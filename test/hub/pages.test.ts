import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { assertProblem } from './assertProblem.ts';
import type { TestHub } from './inProcess.ts';
import { openHub } from './inProcess.ts';

let hub: TestHub;
before(async () => {
  hub = await openHub();
});
after(() => hub.close());

const ask = (path: string, init?: RequestInit) => hub.ask(path, init);

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

  for (const path of [
    '/',
    '/subscriptions/confirm',
    '/subscriptions/unsubscribe?token=x',
    '/demo/',
    '/demo/?user=sales',
    '/demo/index.php?module=Accounts&view=List',
  ]) {
    test(`${path} is a page that nothing foreign gets into`, async () => {
      const page = await ask(path);
      assert.equal(page.status, path.startsWith('/subscriptions') ? 404 : 200);
      assert.match(page.headers.get('Content-Type') ?? '', /^text\/html/);
      const policy = page.headers.get('Content-Security-Policy') ?? '';
      for (const part of ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'"])
        assert.ok(policy.includes(part));
      assert.match(policy, /form-action 'self'/);
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

test('/openapi.json describes the pages behind the links in mails', async () => {
  const { paths } = await (await ask('/openapi.json')).json();
  for (const page of ['confirm', 'unsubscribe']) {
    const { get, post } = paths[`/subscriptions/${page}`];
    assert.deepEqual([get.operationId, post.operationId], [`${page}Page`, page]);
    assert.equal(post.parameters[0].name, 'token');
  }
});

test('every answer that is no page is nothing to show or to frame', async () => {
  for (const path of ['/v1/news.rss', '/v1/extensions', '/openapi.json', '/healthz', '/none', '/v1/feedback']) {
    const { headers } = await ask(path);
    assert.equal(headers.get('Content-Security-Policy'), "default-src 'none'; frame-ancestors 'none'");
    assert.equal(headers.get('X-Content-Type-Options'), 'nosniff');
    assert.equal(headers.get('Cross-Origin-Resource-Policy'), 'cross-origin');
    assert.equal(headers.get('Strict-Transport-Security'), null);
  }
});

test('a hub that is known by an https address asks to be visited by no other', async () => {
  const secure = await openHub({ publicUrl: 'https://hub.example' });
  for (const path of ['/', '/v1/news.rss', '/none', '/v1/feedback']) {
    const { headers } = await secure.ask(path);
    assert.match(headers.get('Strict-Transport-Security') ?? '', /^max-age=\d{7,}/);
  }
  assert.match(await (await secure.ask('/v1/news.rss')).text(), /href="https:\/\/hub\.example\/v1\/news\.rss"/);
  await secure.close();
});

test('in production there is no demo', async () => {
  const production = await openHub({ demo: false });
  try {
    await assertProblem(await production.ask('/demo/'), 404, 'not-found');
    assert.doesNotMatch(await (await production.ask('/')).text(), /demo/);
  } finally {
    await production.close();
  }
});
