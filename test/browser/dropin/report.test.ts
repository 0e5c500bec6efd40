import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { strictPolicy } from '../../fixtures/crm/site.ts';
import { pictureFile, secret } from '../../fixtures/pictures.ts';
import { inBoth } from '../harness/browsers.ts';
import { decodePicture, metadataIn } from '../harness/pixels.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import type { Crm } from './crm.ts';
import { asNewcomer, startCrm } from './crm.ts';
import type { Hub } from './hub.ts';
import { COOKIE_PAGE, startHub } from './hub.ts';
import { click, find, openPanel, says } from './panel.ts';
import { choosePicture, sendReport, signUp, writeReport } from './report.ts';

/** Bytes a second over a line of 1 Mbit/s. */
const SLOW = 125_000;

let hub: Hub;
let crm: Crm;
const folder = mkdtempSync(join(tmpdir(), 'noticeboard-pictures-'));
before(async () => {
  hub = await startHub();
  crm = await startCrm(hub.url, {
    contentSecurityPolicy: strictPolicy(hub.url).replace("img-src 'self' data:", "img-src 'none'"),
    declared: {
      os: 'Debian 12',
      system: { php: '8.2.14', diskFree: 412e8, diskTotal: 8e10, webServer: 'Apache/2.4.57 (Debian) mod_x' },
      extensions: [{ name: 'Pdf', version: '1.2' }],
    },
  });
  writeFileSync(join(folder, 'small.png'), pictureFile(400, 300));
  writeFileSync(join(folder, 'large.png'), pictureFile(2400, 1600));
});
after(async () => {
  rmSync(folder, { recursive: true });
  await crm?.close();
  await hub?.stop();
});
afterEach(() => {
  hub.pace = Infinity;
});

const stored = (title: string) =>
  waitUntil(async () => (await hub.stored()).find(({ fields }) => fields.title === title), 'the hub has it', 60_000);

inBoth('A report from the drop-in', (browser, name) => {
  test('carries a chosen picture over a page of a strict policy, less what was blacked out and what its file said', () =>
    asNewcomer(browser(), async (context) => {
      const title = `Chosen in ${name}`;
      const page = await crm.open(context);
      await openPanel(page);
      await writeReport(page, title);
      await choosePicture(page, join(folder, 'small.png'));
      await says(page, /400 × 300/);
      await sendReport(page);
      const { fields } = await stored(title);
      const { screenshot = '', ...others } = fields;
      assert.deepEqual(metadataIn(screenshot), []);
      assert.ok(!Buffer.from(screenshot.split(',')[1] ?? '', 'base64').includes(secret));
      const plain = await context.newPage();
      await plain.goto(hub.url + COOKIE_PAGE);
      const picture = await decodePicture(plain, screenshot);
      assert.deepEqual([picture.width, picture.height], [400, 300]);
      assert.ok(picture.lightestInMiddle <= 12, `the middle is black, not ${picture.lightestInMiddle}`);
      assert.ok(picture.lightestInCorner > 100);
      assert.equal(others.disk, '41.2 GB free of 80.0 GB');
      assert.equal(others.webServer, 'Apache 2.4.57');
      assert.equal(others.extensions, 'Pdf 1.2');
      assert.equal(others.scriptErrors, undefined);
    }));

  test('keeps its picture over a change of pages, and arrives over a line of 1 Mbit/s', () =>
    asNewcomer(browser(), async (context) => {
      const title = `Slowly from ${name}`;
      const page = await crm.open(context);
      await openPanel(page);
      await writeReport(page, title);
      await choosePicture(page, join(folder, 'large.png'));
      await page.goto(crm.address);
      await openPanel(page);
      await click(page, '#tab-issue');
      await says(page, /JSON and picture/);
      hub.pace = SLOW;
      await sendReport(page);
      await says(page, /Delivered at/, 60_000);
      const { fields } = await stored(title);
      assert.ok((fields.screenshot?.length ?? 0) > 500_000, `${fields.screenshot?.length} characters`);
      const sent = hub.requests.filter(({ url, body }) => url === '/v1/issues' && body.includes(title));
      assert.equal(sent.length, 1, 'it was sent once');
    }));

  test('listens to script errors only once that is switched on', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      await openPanel(page);
      await writeReport(page, 'Errors');
      await says(page, /Not collected/);
      const fail = (words: string) =>
        page.evaluate((message) => void setTimeout(() => dispatchEvent(new ErrorEvent('error', { message }))), words);
      await fail('Before it was on');
      await click(page, '[role=switch][aria-label="Script errors"]');
      await says(page, /Seen in this page/);
      await fail('After it was on');
      // The page is asked again with the next key.
      await (await find(page, 'input[name=title]')).type('.');
      await says(page, /After it was on/);
      const exact = await page.evaluate(
        () =>
          document.querySelector('[data-noticeboard=drawer]')?.shadowRoot?.querySelector('.drawer')?.firstElementChild
            ?.shadowRoot?.textContent ?? '',
      );
      assert.doesNotMatch(exact, /Before it was on/);
    }));

  test('and a sign-up for the newsletter reaches the hub with nothing but what was typed', () =>
    asNewcomer(browser(), async (context) => {
      const email = `${name}.dropin@acme.example`;
      const page = await crm.open(context);
      await openPanel(page);
      await signUp(page, email);
      await says(page, /Delivered at/);
      const sent = hub.requests.find(({ url, body }) => url === '/v1/subscriptions' && body.includes(email));
      assert.deepEqual(JSON.parse(sent?.body ?? '{}').fields, { email });
    }));
});
