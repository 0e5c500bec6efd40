import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { strictPolicy } from '../../fixtures/crm/site.ts';
import { pictureFile } from '../../fixtures/pictures.ts';
import { inBoth } from '../harness/browsers.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { assertSenderless, writeDown } from '../senderless.ts';
import type { Crm } from './crm.ts';
import { asNewcomer, startCrm } from './crm.ts';
import type { Hub } from './hub.ts';
import { COOKIE_PAGE, startHub } from './hub.ts';
import { click, find, openPanel, press, says, sendFeedback } from './panel.ts';
import { choosePicture, sendReport, signUp, writeReport } from './report.ts';

let hub: Hub;
let crm: Crm;
const folder = mkdtempSync(join(tmpdir(), 'noticeboard-picture-'));
const picture = join(folder, 'picture.png');
before(async () => {
  writeFileSync(picture, pictureFile(200, 150));
  hub = await startHub();
  crm = await startCrm(hub.url);
});
after(async () => {
  rmSync(folder, { recursive: true });
  await crm?.close();
  await hub?.stop();
});
afterEach(() => {
  hub.down = false;
  crm.become({});
});

const header = (name: string) => hub.requests.flatMap(({ headers }) => headers.filter(([key]) => key === name));
const asked = () => [...new Set(hub.requests.map(({ url }) => url.replace(/\?.*/, '')))].sort();

/** Gives the browser a cookie of the hub, and makes sure that it is one that is sent. */
async function takeCookie(page: Page): Promise<void> {
  await page.goto(`${hub.url}${COOKIE_PAGE}`);
  await page.reload();
  assert.match(header('cookie').join(), /visitor=42/);
  hub.requests.length = 0;
}

/** Takes back what was sent last, once its receipt is there: the hub then has so many withdrawals. */
async function withdrawLast(page: Page, count: number): Promise<void> {
  await click(page, '.strip .title');
  await says(page, /Receipt/);
  await press(page, 'Withdraw…');
  await press(page, 'Withdraw');
  const withdrawals = () => hub.requests.filter(({ method, url }) => method === 'POST' && url === '/v1/withdrawals');
  await waitUntil(() => withdrawals().length === count, 'the hub is told');
  await click(page, '.back');
}

inBoth('The drop-in asks the hub', (browser, name) => {
  test('for nothing but itself before the first click', () =>
    asNewcomer(browser(), async (context) => {
      hub.requests.length = 0;
      const page = await crm.open(context);
      await find(page, '.launcher');
      await page.waitForNetworkIdle();
      assert.deepEqual(asked(), ['/noticeboard.js']);
    }));

  test('for every feature, its scripts and what is taken back, and never says who asks', () =>
    asNewcomer(browser(), async (context) => {
      const page = await context.newPage();
      await takeCookie(page);
      const seen = hub.wire.length;
      await page.goto(crm.address);
      await openPanel(page);
      await says(page, /Mark all as read/);
      await click(page, '#tab-extensions');
      await click(page, 'form .button.main');
      await waitUntil(() => asked().includes('/v1/extensions'), 'the catalogue was asked for');
      await sendFeedback(page, 'Who am I?');
      await withdrawLast(page, 1);
      await writeReport(page, 'Where am I?');
      await choosePicture(page, picture);
      await sendReport(page);
      await withdrawLast(page, 2);
      await signUp(page, 'ada@acme.example');
      await withdrawLast(page, 3);
      const requests = hub.wire.slice(seen);
      await writeDown(requests, `${name}-dropin`);
      assertSenderless(requests, /^null$/);
      const scripts = ['noticeboard', 'noticeboard-panel', 'noticeboard-service', 'relay'];
      const missing = scripts.filter((script) => !asked().includes(`/${script}.js`));
      assert.deepEqual(missing, []);
    }));

  test('again on the next open, after it could not be reached, and says so', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      await find(page, '.launcher');
      hub.down = true;
      await click(page, '.launcher');
      await says(page, /Open again to retry/);
      hub.down = false;
      await click(page, '.launcher');
      await openPanel(page);
      await says(page, /Mark all as read/);
    }));

  test('for what a policy of the page refuses, and says so', () =>
    asNewcomer(browser(), async (context) => {
      crm.become({
        contentSecurityPolicy: strictPolicy(hub.url).replace(hub.url, `${hub.url}/noticeboard.js`),
      });
      const page = await crm.open(context);
      await click(page, '.launcher');
      await says(page, /this page forbids it/);
    }));

  test('also from a page that declares nonsense, none of which is sent', () =>
    asNewcomer(browser(), async (context) => {
      crm.become({
        declared: JSON.parse(`{"version": {"a": 1}, "company": "${'A'.repeat(100_000)}", "os": ["x"], "userId": "../1",
          "industry": "${'\\u0000'}", "installKey": -1, "__proto__": {"administrator": true}, "extensions": "all"}`),
      });
      const page = await crm.open(context);
      await openPanel(page);
      await says(page, /vtiger 8\.4\.0/);
      await sendFeedback(page, 'From a hostile page');
      await says(page, /Delivered/);
      const body = hub.requests.find(({ body }) => body.includes('From a hostile page'))?.body ?? '{}';
      assert.deepEqual(Object.keys(JSON.parse(body).fields).sort(), ['installKey', 'text', 'version']);
    }));
});
