import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePicture, metadataIn } from '../harness/pixels.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { blackOutTheMiddle, writeReport } from './report.ts';
import { withExtension } from './scene.ts';
import { panelTab } from './tab.ts';
import { fill, openForm, press, says, textOf, turn } from './view.ts';

withExtension('A report from the toolbar popup', { grants: false }, (scene) => {
  test('carries a picture of the page, in which what was blacked out is gone', async () => {
    const { hub, name } = scene();
    const title = `Export stops, says ${name}`;
    const page = await scene().open();
    const first = await scene().openPopup(page);
    await press(first, 'Toolbar only');
    await writeReport(first, title);
    await press(first, 'Take one of this page');
    await blackOutTheMiddle(first);
    assert.doesNotMatch(
      await first.evaluate(() => document.querySelector('pre:last-of-type')?.textContent ?? ''),
      /data:/,
    );
    await press(first, 'Use this picture');
    await says(first, /JSON and picture/);
    await first.close();

    const popup = await scene().openPopup(page);
    await press(popup, 'Report');
    await says(popup, /JSON and picture/);
    await press(popup, 'Send report');
    await says(popup, /Delivered at/);
    const stored = await waitUntil(
      async () => (await hub.stored()).find(({ fields }) => fields.title === title),
      'the hub has it',
    );
    const { screenshot = '', severity, browser = '' } = stored.fields;
    assert.equal(severity, 'major');
    assert.match(browser, name === 'firefox' ? /^Firefox \d+ on Linux$/ : /^Chrome \d+ on Linux$/);
    const picture = await decodePicture(page, screenshot);
    assert.ok(picture.width >= 1000, `${picture.width} pixels across`);
    assert.ok(picture.lightestInMiddle <= 12, `the middle is black, not ${picture.lightestInMiddle}`);
    assert.ok(picture.lightestInCorner > 12, 'the rest is not');
    assert.deepEqual(metadataIn(screenshot), []);
    await popup.close();
    await page.close();
  });

  test('goes on in a tab, where a file can be chosen, with what was typed', async () => {
    const page = await scene().open();
    const popup = await scene().openPopup(page);
    await writeReport(popup, 'With a file');
    await press(popup, 'Choose a file in a tab');
    const tab = await panelTab(scene().browser, /^\?crm=\d+&feature=issue$/);
    await waitUntil(
      () => tab.evaluate(() => document.querySelector<HTMLInputElement>('input[name=title]')?.value === 'With a file'),
      'the report is there again',
    );
    assert.match(await textOf(tab), /Choose a file\s/);
    await tab.close();
    await page.close();
  });

  test('tells failed requests and script errors once they are switched on, without what is nobody’s business', async () => {
    const page = await scene().open();
    await page.evaluate(() => fetch('/vtigercrm/missing.js?record=12345678&user=ada@acme.example'));
    const popup = await scene().openPopup(page);
    await writeReport(popup, 'Something is missing');
    assert.doesNotMatch(await textOf(popup), /Seen in this page/);
    await turn(popup, 'Failed requests');
    await says(popup, /lines?\s+Seen in this page/);
    await turn(popup, 'Script errors');
    await says(popup, /None\s+Seen in this page/);
    // A script of the page's own: of others Chromium tells nothing but that there was an error.
    await page.addScriptTag({ content: 'throw new Error("No contact 12345678 of ada@acme.example")' });
    const exact = () => popup.evaluate(() => [...document.querySelectorAll('pre')].at(-1)?.textContent ?? '');
    // The page is asked again with the next key.
    await fill(popup, 'input[name=title]', 'Something is missing here');
    await waitUntil(async () => /No contact … of …/.test(await exact()), 'the error is told');
    const { fields } = JSON.parse(await exact());
    assert.match(fields.failedRequests, /404 …missing\.js$/m);
    assert.doesNotMatch(JSON.stringify(fields), /12345678|ada|acme\.example|crm\.test/);
    await popup.close();
    await page.close();
  });

  test('signs up for the newsletter on a page that is no CRM, and says nothing else', async () => {
    const { hub, name } = scene();
    const email = `${name}@acme.example`;
    const page = await scene().open('/other.html');
    const popup = await scene().openPopup(page);
    await openForm(popup, 'Newsletter', '.view');
    await fill(popup, 'input[name=email]', email);
    await says(popup, /1 of 2 fields/);
    await popup.close();
    const again = await scene().openPopup(page);
    await press(again, 'Newsletter');
    await says(again, /1 of 2 fields/);
    await press(again, 'Sign up');
    const sent = await waitUntil(
      () => hub.requests.find(({ url, body }) => url === '/v1/subscriptions' && body.includes(email)),
      'the hub is asked',
    );
    assert.deepEqual(JSON.parse(sent.body).fields, { email });
    await says(again, /Delivered at|are delivered/);
    await again.close();
    await page.close();
  });
});
