import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inBoth } from '../harness/browsers.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import type { Crm } from './crm.ts';
import { asNewcomer, startCrm } from './crm.ts';
import type { Hub } from './hub.ts';
import { startHub } from './hub.ts';
import { drawerText, openFeedback, openPanel, says, sendFeedback } from './panel.ts';

/** A closed tab's lease has run out by then. */
const LEASE = 40_000;

let hub: Hub;
let crm: Crm;
before(async () => {
  hub = await startHub();
  crm = await startCrm(hub.url);
});
after(async () => {
  await crm?.close();
  await hub?.stop();
});
afterEach(() => {
  hub.fate = 'delivered';
  hub.dropHeld();
  crm.become({});
});

const sent = (text: string) => hub.requests.filter(({ method, body }) => method === 'POST' && body.includes(text));
const stored = async (text: string) => (await hub.stored()).filter((each) => each.text === text);

inBoth('Feedback from the drop-in', (browser, name) => {
  test('is in the database once, though its first receipt was lost and it was sent twice', () =>
    asNewcomer(browser(), async (context) => {
      const text = `Sent twice by ${name}`;
      hub.fate = 'receipt lost';
      const page = await crm.open(context);
      await openPanel(page);
      await sendFeedback(page, text);
      await says(page, /1 message waiting/);
      hub.fate = 'delivered';
      await says(page, /Delivered/);
      assert.ok(sent(text).length >= 2);
      assert.equal(new Set(sent(text).map(({ body }) => body)).size, 1);
      assert.equal((await stored(text)).length, 1);
    }));

  test('is sent though the page took out the frame that it goes through, before that had loaded', () =>
    asNewcomer(browser(), async (context) => {
      const text = `Frame taken out in ${name}`;
      const page = await crm.open(context);
      await page.evaluate(() => {
        const usual = window.setTimeout;
        // Of the time that the frame may take, nobody wants to wait for all.
        Object.assign(window, {
          setTimeout(work: () => void, delay?: number) {
            return usual(work, delay === 25_000 ? 500 : delay);
          },
        });
        new MutationObserver((_, observer) => {
          const frame = document.querySelector('iframe[srcdoc]');
          if (frame) observer.disconnect();
          frame?.remove();
        }).observe(document.documentElement, { childList: true });
      });
      await openPanel(page);
      await sendFeedback(page, text);
      await says(page, /Delivered/);
      assert.equal((await stored(text)).length, 1);
    }));

  test('is sent by the next page of the CRM, without a click, when the tab was closed in the midst of sending', () =>
    asNewcomer(browser(), async (context) => {
      const text = `Tab closed by ${name}`;
      hub.fate = 'held';
      const page = await crm.open(context);
      await openPanel(page);
      await sendFeedback(page, text);
      await waitUntil(() => sent(text).length === 1, 'it is on its way');
      await page.close();
      hub.dropHeld();
      hub.fate = 'delivered';
      const next = await crm.open(context);
      await waitUntil(() => sent(text).length > 1, 'it is sent again', LEASE);
      await waitUntil(async () => (await stored(text)).length === 1, 'the hub has it');
      assert.equal(await drawerText(next), '');
    }));

  test('is sent from the page of another user of that browser, who cannot read it', () =>
    asNewcomer(browser(), async (context) => {
      const text = `Secret of the first user, in ${name}`;
      hub.fate = 'held';
      const page = await crm.open(context);
      await openPanel(page);
      await sendFeedback(page, text);
      await waitUntil(() => sent(text).length === 1, 'it is on its way');
      await page.close();
      crm.become({ user: 'sales' });
      const next = await crm.open(context);
      await openPanel(next);
      await openFeedback(next);
      assert.doesNotMatch(await drawerText(next), /Secret|1 message|Sending|Waiting/);
      hub.dropHeld();
      hub.fate = 'delivered';
      await waitUntil(() => sent(text).length > 1, 'it is sent again', LEASE);
      await waitUntil(async () => (await stored(text)).length === 1, 'the hub has it');
      assert.doesNotMatch(await drawerText(next), /Secret|Delivered|Receipt/);
    }));

  test('is sent from a page that shows the launcher of the browser extension, which stays the only one', () =>
    asNewcomer(browser(), async (context) => {
      const text = `Beside the extension in ${name}`;
      hub.fate = 'held';
      const page = await crm.open(context);
      await openPanel(page);
      await sendFeedback(page, text);
      await waitUntil(() => sent(text).length === 1, 'it is on its way');
      await page.close();
      hub.dropHeld();
      hub.fate = 'delivered';
      crm.become({ head: '<div data-noticeboard="launcher"></div>' });
      const next = await crm.open(context);
      await waitUntil(async () => (await stored(text)).length === 1, 'the hub has it', LEASE);
      assert.equal((await next.$$('[data-noticeboard]')).length, 1);
    }));

  test('is kept while there is no hub, and the draft too, over a change of pages', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      await openPanel(page);
      const field = await openFeedback(page);
      await field.type('Half a thought');
      await says(page, /"text":"Half a thought"/);
      await page.goto(crm.address);
      await openPanel(page);
      await openFeedback(page);
      await says(page, /"text":"Half a thought"/);
    }));
});
