import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { inBoth } from '../harness/browsers.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import type { Crm } from './crm.ts';
import { asNewcomer, startCrm } from './crm.ts';
import type { Hub } from './hub.ts';
import { startHub } from './hub.ts';
import { click, find, openPanel, press, says, sendFeedback } from './panel.ts';

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
  hub.down = false;
});

const stored = async (text: string) => (await hub.stored()).filter((each) => each.text === text);

inBoth('What was sent from the drop-in', (browser, name) => {
  test('is asked for once, is listed byte for byte, and is gone from the hub once it is withdrawn', () =>
    asNewcomer(browser(), async (context) => {
      const text = `Taken back by ${name}`;
      const page = await crm.open(context);
      await openPanel(page);
      await click(page, '#tab-feedback');
      await says(page, /What feedback may send.*your IP address/);
      await press(page, 'Go on');
      await find(page, 'textarea[name=text]');
      await sendFeedback(page, text);
      await says(page, /Delivered at/);
      assert.equal((await stored(text)).length, 1);

      await press(page, 'What is sent');
      await press(page, 'See what was sent');
      await click(page, '.log .message summary');
      const [left] = hub.requests.filter(({ method, body }) => method === 'POST' && body.includes(text));
      const bytes = () => page.$$eval('>>> .log pre.exact', (all) => all.map(({ textContent }) => textContent));
      await waitUntil(async () => (await bytes()).includes(left?.body ?? ''), 'the exact bytes');
      const listed = await page.$$eval('>>> .log summary b', (all) => all.map(({ textContent }) => textContent));
      assert.deepEqual(listed, ['Feedback', 'News'], 'every request to the hub, the news too');

      await click(page, '.back');
      await press(page, 'Withdraw…');
      await press(page, 'Withdraw');
      await says(page, /Withdrawn at/);
      assert.deepEqual(await stored(text), []);
      const withdrawal = hub.requests.find(({ url, body }) => url === '/v1/withdrawals' && body.includes('secret'));
      assert.deepEqual(Object.keys(JSON.parse(withdrawal?.body ?? '{}')), ['schema', 'id', 'secret']);
    }));

  test('is withdrawn later when there is no connection, though its receipt was lost', () =>
    asNewcomer(browser(), async (context) => {
      const text = `Receipt lost in ${name}`;
      hub.fate = 'receipt lost';
      const page = await crm.open(context);
      await openPanel(page);
      await sendFeedback(page, text);
      await says(page, /1 message waiting/);
      assert.equal((await stored(text)).length, 1);
      hub.down = true;
      await click(page, '.strip .title');
      await press(page, 'Withdraw…');
      await press(page, 'Withdraw');
      await says(page, /Withdrawal waiting/);
      hub.down = false;
      hub.fate = 'delivered';
      await press(page, 'Try now');
      await says(page, /Your vendor keeps nothing of it but its number/);
      assert.deepEqual(await stored(text), []);
    }));
});
