import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { extensionsFound, listAddress, moduleManagers } from '../fixtures/crm/moduleManagers.ts';
import type { BrowserName } from './harness/browsers.ts';
import { launchers } from './harness/browsers.ts';
import { bundle } from './harness/bundle.ts';
import type { Site } from './harness/site.ts';
import { serve } from './harness/site.ts';
import { waitUntil } from './harness/waitUntil.ts';

const manifest = {
  manifest_version: 3,
  name: 'Asks Module Manager',
  version: '1',
  host_permissions: ['http://crm.test/*'],
  content_scripts: [{ matches: ['http://crm.test/*'], js: ['content.js'] }],
  browser_specific_settings: { gecko: { id: 'asks@noticeboard.test' } },
};

const policy = "default-src 'self'; connect-src 'self'; script-src 'self'";

// In the page itself it is tried elsewhere; an extension's script is another client with rules of its own.
for (const name of ['chromium', 'firefox'] satisfies BrowserName[]) {
  describe(`An extension's script (${name})`, () => {
    let directory: string;
    let site: Site;
    let browser: Browser | undefined;
    before(async () => {
      directory = await mkdtemp(join(tmpdir(), 'noticeboard-'));
      const script = await bundle('widget/crm/moduleManager/fetchExtensions.ts', 'crm');
      const ask = `crm.fetchExtensions(new URL('.', location.href).href, {
        product: 'vtiger', version: { value: '8.4.0', source: 'asset' }, administrator: { value: true, source: 'menu' },
      }).then((answer) => { document.body.dataset.answer = JSON.stringify(answer); });`;
      await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
      await writeFile(join(directory, 'content.js'), script + ask);
      const page = moduleManagers.find(([product, version]) => product === 'vtiger' && version === '8.4.0')?.[3] ?? '';
      const headers = { 'set-cookie': 'PHPSESSID=1234; path=/crm/; HttpOnly', 'content-security-policy': policy };
      site = await serve({
        '/crm/index.php': { headers, body: '<!doctype html><title>CRM</title><p>Home</p>' },
        [listAddress]: { headers: { 'content-security-policy': policy }, body: page },
      });
      browser = await launchers[name]({ extension: directory });
    });
    after(async () => {
      await browser?.close();
      await site.close();
      await rm(directory, { recursive: true, force: true });
    });

    test('reads Module Manager as the person who is logged in, under a strict policy', async () => {
      const tab = await browser?.newPage();
      assert.ok(tab);
      await tab.goto(`${site.origin('crm.test')}/crm/index.php`);
      const answer = await waitUntil(() => tab.evaluate(() => document.body.dataset.answer), 'an answer in the page');
      assert.deepEqual(JSON.parse(answer), { ok: true, value: extensionsFound });
      const request = site.requests.find(({ url }) => url === listAddress);
      const headers = new Map(request?.headers.map(([key, value]) => [key.toLowerCase(), value]));
      assert.equal(headers.get('cookie'), 'PHPSESSID=1234');
      assert.equal(headers.get('x-requested-with'), 'XMLHttpRequest');
      // vtiger refuses what another site's page led to.
      assert.ok(headers.get('referer')?.startsWith(`${site.origin('crm.test')}/crm/`));
    });
  });
}
