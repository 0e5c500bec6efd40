import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitUntil } from '../harness/waitUntil.ts';
import { withExtension } from './scene.ts';
import { panelTab } from './tab.ts';
import { fill, press, says, textOf, writeFeedback } from './view.ts';

withExtension('The toolbar popup', { grants: false }, (scene) => {
  test('shows version and company of the CRM in front, and asks before it is shown there', async () => {
    const page = await scene().open();
    const popup = await scene().openPopup(page);
    await says(popup, /Show Noticeboard on this CRM/);
    await press(popup, 'Toolbar only');
    await says(popup, /vtiger 8\.4\.0 · Acme/);
    await popup.close();
    const again = await scene().openPopup(page);
    await says(again, /Mark all as read/);
    assert.doesNotMatch(await textOf(again), /Show Noticeboard on this CRM/);
    await again.close();
    await page.close();
  });

  test('says so on a page that is no CRM, and shows the news there too', async () => {
    const page = await scene().open('/other.html');
    const popup = await scene().openPopup(page);
    await says(popup, /This page is not a CRM/);
    await press(popup, 'News');
    await says(popup, /Mark all as read/);
    assert.doesNotMatch(await textOf(popup), /vtiger 8\.4\.0 ·/);
    await popup.close();
    await page.close();
  });

  test('keeps what was written when it is closed without a word', async () => {
    const page = await scene().open();
    const popup = await scene().openPopup(page);
    await writeFeedback(popup, 'Half a thought');
    await popup.close();
    const again = await scene().openPopup(page);
    await press(again, 'Feedback');
    await waitUntil(
      () => again.evaluate(() => document.querySelector('textarea')?.value === 'Half a thought'),
      'the text is there again',
    );
    await again.close();
    await page.close();
  });

  test('sends feedback that is in the database once, though its first receipt was lost', async () => {
    const { hub, name } = scene();
    const text = `From the popup of ${name}`;
    hub.fate = 'receipt lost';
    const page = await scene().open();
    const popup = await scene().openPopup(page);
    await writeFeedback(popup, text);
    await press(popup, 'Send feedback');
    await says(popup, /1 message waiting to be sent/);
    hub.fate = 'delivered';
    await press(popup, 'Try now');
    await says(popup, /Delivered at/);
    const sent = hub.requests.filter(({ method, body }) => method === 'POST' && body.includes(text));
    assert.ok(sent.length >= 2, `it was sent ${sent.length} times`);
    assert.equal(new Set(sent.map(({ body }) => body)).size, 1);
    assert.equal((await hub.stored()).filter((each) => each.text === text).length, 1);
    await popup.close();
    await page.close();
  });

  test('opens in a tab, which shows the CRM that the popup was opened on, and where it can be sent from', async () => {
    const { browser, hub, name } = scene();
    const text = `From a tab of ${name}`;
    const page = await scene().open();
    const popup = await scene().openPopup(page);
    await press(popup, 'Open in a tab');
    const tab = await panelTab(browser, /^\?crm=\d+/);
    await waitUntil(async () => !(await popup.isOpen()), 'the popup has made way');
    await says(tab, /vtiger 8\.4\.0 · Acme/);
    await writeFeedback(tab, text);
    await press(tab, 'Send feedback');
    // What the popup sent before is told of, too.
    await says(tab, /2 are delivered/);
    assert.equal((await hub.stored()).filter((each) => each.text === text).length, 1);
    assert.doesNotMatch(await textOf(tab), /Open in a tab/);
    await tab.close();
    await page.close();
  });

  test('asks the site that it is opened on for nothing but its pages', () => {
    const { site } = scene();
    const asked = site.requests
      .map(({ url }) => url)
      .filter((url) => !/^\/(vtigercrm|test)\/|^\/(other\.html|favicon\.ico)$/.test(url));
    assert.deepEqual(asked, []);
  });
});

withExtension('The toolbar popup without a hub', { grants: false, withoutHub: true }, (scene) => {
  test('asks for the address, and keeps it once a hub answered there', async () => {
    const { hub } = scene();
    const page = await scene().open('/other.html');
    const popup = await scene().openPopup(page);
    await fill(popup, 'input[type=url]', 'http://127.0.0.1:9');
    await press(popup, 'Connect');
    await says(popup, /No connection/);
    assert.equal(hub.requests.length, 0);
    await fill(popup, 'input[type=url]', hub.url);
    await press(popup, 'Connect');
    await says(popup, /This page is not a CRM/);
    await popup.close();
    await scene().restart();
    const again = await scene().openPopup(await scene().open('/other.html'));
    await press(again, 'News');
    await says(again, /Mark all as read/);
    await again.close();
  });
});
