import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { pressButton } from './gallery/gallery.ts';
import { savedFile } from './gallery/savedFile.ts';
import type { SceneName } from './gallery/scenes.ts';
import { galleryTabs } from './gallery/tabs.ts';
import { inBoth } from './harness/browsers.ts';
import { waitUntil } from './harness/waitUntil.ts';

const words = (tab: Page, selector: string) =>
  tab.$$eval(selector, (all) => all.map(({ textContent }) => textContent).join(' '));

inBoth('What was not sent', (browser) => {
  const show = galleryTabs(browser);
  let tab: Page;
  const open = async (scene: SceneName) => {
    tab = await show(scene);
  };

  test('exports a refused message with all that was written, its picture, its exact bytes and why it is here', async () => {
    await open('refused');
    await tab.evaluate(() => {
      const typed = { title: 'Broken', happened: 'It broke.', screenshot: 'data:image/png;base64,AAAA' };
      const message = '{"fields":{"title":"Broken"}}';
      globalThis.mounted.answers.written = () => ({ ok: true, value: { typed, message } });
    });
    const { name, text } = await savedFile(tab, 'Export');
    assert.match(name, /^noticeboard-message-\d{4}-\d\d-\d\d\.json$/);
    const { written, exactMessage, refusedBecause, hubSays } = JSON.parse(text);
    assert.deepEqual(written, { title: 'Broken', happened: 'It broke.', screenshot: 'data:image/png;base64,AAAA' });
    assert.equal(exactMessage, '{"fields":{"title":"Broken"}}');
    assert.deepEqual([refusedBecause, hubSays], ['The hub did not take it.', 'Feedback for this product is closed.']);
  });

  test('says what happens to an earlier form of a message that the hub has', async () => {
    await open('refused for an earlier form');
    await waitUntil(async () => (await words(tab, '.strip')).includes('the earlier one is withdrawn'), 'what happens');
  });

  for (const { scene, button, call } of [
    { scene: 'refused, to be deleted', button: 'Delete', call: 'withdraw' },
    { scene: 'refused', button: 'Edit and send again', call: 'edit' },
    { scene: 'refused', button: 'Copy text', call: 'written' },
    { scene: 'refused', button: 'Export', call: 'written' },
    { scene: 'waiting', button: 'Try now', call: 'retry' },
    { scene: 'outbox', button: 'Clear list', call: 'clearDelivered' },
    { scene: 'withdrawal refused', button: 'Let your vendor keep it', call: 'leave' },
  ] as const) {
    test(`says when ${button} could not be done, and what to do next`, async () => {
      await open(scene);
      await tab.evaluate((name) => {
        Object.assign(globalThis.mounted.answers, { [name]: () => ({ ok: false, failure: 'storage-full' }) });
      }, call);
      await pressButton(tab, button);
      await waitUntil(
        async () =>
          /no room left.*Make room on this computer, then try again/.test(await words(tab, '.error[role=alert]')),
        'the words',
      );
      assert.ok((await tab.$('.strip, .message')) !== null, 'it is still listed');
      assert.doesNotMatch(await words(tab, 'button'), /Copied/);
    });
  }
});
