import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { named, pressButton } from './gallery/gallery.ts';
import { savedFile } from './gallery/savedFile.ts';
import type { SceneName } from './gallery/scenes.ts';
import { asked, galleryTabs } from './gallery/tabs.ts';
import { inBoth } from './harness/browsers.ts';
import { waitUntil } from './harness/waitUntil.ts';

const texts = (tab: Page, selector: string) =>
  tab.$$eval(selector, (elements) => elements.map(({ textContent }) => textContent ?? ''));
const focusIs = (tab: Page, label: string) =>
  waitUntil(
    () => tab.evaluate((wanted) => (document.activeElement?.textContent ?? '').trim() === wanted, label),
    `the focus on ${label}`,
  );

inBoth('The question before a form', (browser) => {
  const show = galleryTabs(browser);
  let tab: Page;
  const open = async (scene: SceneName) => {
    tab = await show(scene);
  };

  test('says what the feature may send and who decides, and gives way to the form', async () => {
    await open('first feedback');
    await focusIs(tab, 'Go on');
    assert.deepEqual(await texts(tab, '.question dt'), [
      'Always',
      'Only if you type or add it',
      'Unless you switch it off',
      'Never',
    ]);
    assert.deepEqual(await texts(tab, '.question li'), [
      'Your text',
      'E-mail',
      'Install key',
      'CRM version',
      'System',
      'Industry',
    ]);
    assert.deepEqual(await asked(tab, 'prepare'), [], 'nothing is prepared before');
    await tab.evaluate(() => {
      globalThis.mounted.answers.agreement = () => ({ ok: true, value: { agreed: true, fields: [] } });
    });
    await tab.keyboard.press('Enter');
    await waitUntil(() => tab.evaluate(() => document.activeElement?.getAttribute('name') === 'text'), 'the form');
    assert.deepEqual(
      (await asked(tab, 'agree')).map(({ input }) => input),
      [{ feature: 'feedback' }],
    );
  });

  test('marks what is new since the person agreed', async () => {
    await open('feedback may send more');
    await named(tab, 'Go on');
    assert.deepEqual(await texts(tab, '.question li:has(.new)'), ['Install keyNew', 'SystemNew', 'IndustryNew']);
    assert.match((await texts(tab, '.question h2'))[0] ?? '', /has grown/);
  });
});

inBoth('The log', (browser) => {
  const show = galleryTabs(browser);
  let tab: Page;
  const open = async (scene: SceneName) => {
    tab = await show(scene);
    await tab.waitForSelector('.log');
  };

  test('fetches the bytes of a request when it is opened, and no sooner', async () => {
    await open('log');
    await tab.waitForSelector('.log .message');
    assert.deepEqual(await asked(tab, 'sentBody'), []);
    await tab.click('.log summary');
    await waitUntil(async () => (await texts(tab, '.log .exact'))[0]?.includes('"text":"The new import'), 'the bytes');
    assert.equal((await asked(tab, 'sentBody')).length, 1);
  });

  test('is searched with every key, and says when nothing was found', async () => {
    await open('log');
    await tab.type('input[type=search]', 'news.rss');
    await waitUntil(async () => (await texts(tab, '.log .message')).length === 1, 'the one entry');
    await tab.type('input[type=search]', 'x');
    await waitUntil(async () => (await texts(tab, '.log h3')).join().includes('contains this'), 'nothing found');
  });

  test('shows older entries when asked for them', async () => {
    await open('log, more than fits');
    await waitUntil(
      () => tab.$$eval('.log button', (all) => all.some((one) => one.textContent === 'Show older' && !one.disabled)),
      'the button',
    );
    const before = (await asked(tab, 'log')).length;
    await pressButton(tab, 'Show older');
    const calls = await waitUntil(async () => {
      const all = await asked(tab, 'log');
      return all.length > before ? all : null;
    }, 'the next page');
    assert.deepEqual(calls[before]?.input, { words: '', from: '6' });
  });

  test('is saved as JSON with the exact bytes', async () => {
    await open('log');
    const { text } = await savedFile(tab, 'Export as JSON');
    const entries = JSON.parse(text) as { body: string | null; bytes: number }[];
    assert.equal(entries.length, 6);
    for (const { body, bytes } of entries) assert.equal(body !== null, bytes > 0);
    assert.match(entries[0]?.body ?? '', /"fields":\{"text":"The new import/);
  });

  test('is deleted, and the CRM forgotten, only when asked once more', async () => {
    await open('log');
    await pressButton(tab, 'Delete the log…');
    await focusIs(tab, 'Keep');
    assert.deepEqual(await asked(tab, 'deleteLog'), []);
    await pressButton(tab, 'Delete');
    await waitUntil(async () => (await asked(tab, 'deleteLog')).length === 1, 'the log deleted');
    await pressButton(tab, 'Forget…');
    await focusIs(tab, 'Keep');
    assert.deepEqual(await asked(tab, 'forget'), []);
    await tab.evaluate(() => {
      globalThis.mounted.answers.forgetting = () => ({ ok: true, value: { waiting: 2 } });
    });
    await pressButton(tab, 'Forget');
    await waitUntil(async () => (await texts(tab, '.forget')).join().includes('2 withdrawals wait'), 'what waits');
    assert.equal((await asked(tab, 'forget')).length, 1);
  });

  test('says when it could not be deleted, or the CRM not forgotten, and what to do next', async () => {
    await open('log');
    await tab.evaluate(() => {
      for (const name of ['deleteLog', 'forget'])
        Object.assign(globalThis.mounted.answers, { [name]: () => ({ ok: false, failure: 'storage' }) });
    });
    await pressButton(tab, 'Delete the log…');
    await pressButton(tab, 'Delete');
    await waitUntil(async () => (await texts(tab, '.log .error')).join().includes('Try again'), 'what to do next');
    await pressButton(tab, 'Forget…');
    await pressButton(tab, 'Forget');
    await waitUntil(async () => (await texts(tab, '.forget .error')).join().includes('Try again'), 'the same there');
    assert.doesNotMatch((await texts(tab, '.heard')).join(), /Forgotten/);
  });

  test('is withdrawn from', async () => {
    await open('log, one opened');
    await pressButton(tab, 'Withdraw…');
    await focusIs(tab, 'Keep');
    await pressButton(tab, 'Withdraw');
    const [call] = await waitUntil(async () => {
      const calls = await asked(tab, 'withdraw');
      return calls.length > 0 ? calls : null;
    }, 'the withdrawal');
    assert.deepEqual(call?.input, { id: '3f2b8c1e-5a4d-4c3b-9e7f-8c010b6f2c1e' });
  });
});
