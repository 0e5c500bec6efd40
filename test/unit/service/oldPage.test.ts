import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { IDBFactory } from 'fake-indexeddb';
import { crm } from './home.ts';
import { oldPage } from './oldPage.ts';

const extension = {
  id: 'a',
  module: 'A',
  name: 'A',
  publisher: 'Vendor',
  summary: 'It helps.',
  reason: 'Because it helps.',
  price: { amount: 5, currency: 'EUR', per: 'month' },
  worksWith: { from: '8.0' },
  compatible: 'yes',
  url: 'https://vendor.test/',
  icon: 'teapot',
};
const replies = {
  '/healthz': '{"service":"noticeboard","ok":true}',
  '/v1/news.rss': '<rss></rss>',
  '/v1/extensions': JSON.stringify({ extensions: [extension, { ...extension, id: 'b', module: 'B' }] }),
};

/** Runs the scenario in a page of its own, after that script. */
async function inPage(before: string): Promise<{ answers: Record<string, { ok: boolean }>; requests: unknown[] }> {
  const { outputFiles } = await build({
    entryPoints: ['test/unit/service/oldPageScenario.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: ['chrome120', 'firefox128'],
  });
  // No secure context: of crypto there is only this.
  const page = createContext({
    console,
    crypto: { getRandomValues: (array: Uint8Array<ArrayBuffer>) => crypto.getRandomValues(array) },
    DOMException,
    indexedDB: new IDBFactory(),
    setTimeout,
    clearTimeout,
    TextEncoder,
    URL,
    URLSearchParams,
  });
  runInContext(before, page);
  runInContext(outputFiles[0]?.text ?? '', page);
  const result: unknown = await runInContext(`scenario(${JSON.stringify(crm)}, ${JSON.stringify(replies)})`, page);
  return JSON.parse(JSON.stringify(result));
}

/** What cannot be the same twice. */
const anonymous = (result: unknown) =>
  JSON.parse(
    JSON.stringify(result)
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')
      .replace(/[0-9a-f]{64}/g, 'hash')
      .replace(/\d{13}/g, '0'),
  );

test('the page of vtiger 5 is as broken as it should be', () => {
  const page = createContext({});
  runInContext(oldPage, page);
  const broken = runInContext(
    `let keys = 0; for (const _ in []) keys++;
     [Array.from(new Set([1])).length, keys > 20, [1, '1'].indexOf('1'), Array.isArray([1].entries())]`,
    page,
  );
  assert.equal(JSON.stringify(broken), '[0,true,0,true]');
});

test('on a page of vtiger 5, without a secure context, the service does what it does elsewhere', async () => {
  const [elsewhere, there] = await Promise.all([inPage(''), inPage(oldPage)]);
  assert.deepEqual(anonymous(there), anonymous(elsewhere));
  for (const [call, { ok }] of Object.entries(there.answers)) assert.equal(ok, call !== 'leave', call);
  assert.equal(there.requests.length, 4);
});
