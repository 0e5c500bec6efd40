import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { inBoth } from './browsers.ts';
import type { Site, Table } from './site.ts';
import { serve } from './site.ts';

const table: Table = {
  '/': { body: '<!doctype html><title>Here</title>' },
  '/echo': (request) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(request) }),
};

inBoth('The browsers of the tests', (browser) => {
  let site: Site;
  before(async () => {
    site = await serve(table);
  });
  after(() => site.close());

  test('reach an intranet name over plain HTTP, which is no secure context', async () => {
    const page = await browser().newPage();
    await page.goto(`${site.origin('crm.test')}/`);
    assert.equal(await page.title(), 'Here');
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await page.close();
  });

  test('send what the site records', async () => {
    const page = await browser().newPage();
    await page.goto(`${site.origin('crm.test')}/`);
    await page.evaluate(() => fetch('/echo?a=1', { method: 'POST', body: 'hello' }));
    const request = site.requests.find(({ url }) => url === '/echo?a=1');
    assert.equal(request?.body, 'hello');
    assert.ok(request.headers.some(([name, value]) => name.toLowerCase() === 'host' && value.startsWith('crm.test:')));
    await page.close();
  });

  test('reach nothing else', async () => {
    const page = await browser().newPage();
    await page.goto(`${site.origin('crm.test')}/`);
    const outcome = await page.evaluate(() => fetch('http://example.com/', { mode: 'no-cors' }).then(String, String));
    assert.match(outcome, /^TypeError/);
    await page.close();
  });
});
