import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { limits } from '../../widget/contract/limits.ts';
import { pressButton } from './gallery/gallery.ts';
import type { SceneName } from './gallery/scenes.ts';
import { asked, galleryTabs } from './gallery/tabs.ts';
import { inBoth } from './harness/browsers.ts';
import { waitUntil } from './harness/waitUntil.ts';

declare global {
  var armed: ReturnType<typeof globalThis.gallery.stopClock>;
}

const lastTyped = async (tab: Page) => {
  const [last] = (await asked(tab, 'prepare')).slice(-1);
  return JSON.stringify(last?.input);
};
const text = (tab: Page, selector: string) => tab.$eval(selector, (element) => element.textContent ?? '');

inBoth('The feedback form', (browser) => {
  const show = galleryTabs(browser);
  let tab: Page;
  const open = async (scene: SceneName = 'feedback') => {
    tab = await show(scene);
    await tab.waitForSelector('table');
  };
  const write = async (words: string) => {
    await tab.focus('textarea');
    await tab.keyboard.type(words);
    assert.ok(await tab.$eval('textarea', (field, end) => field.value.endsWith(end), words));
  };

  test('stores the draft soon after the first key, however fast the others follow', async () => {
    await open();
    await tab.evaluate(() => {
      globalThis.armed = globalThis.gallery.stopClock();
    });
    await write('abc');
    assert.deepEqual(await tab.evaluate(() => globalThis.armed.map((one) => one.delay)), [limits.draftDelay]);
    await tab.evaluate(() => globalThis.armed[0]?.strike());
    assert.match(await lastTyped(tab), /"text":"abc"/);
  });

  for (const [how, leave] of [
    ['the page goes away', () => dispatchEvent(new Event('pagehide'))],
    ['the page is hidden', () => document.dispatchEvent(new Event('visibilitychange'))],
    ['the panel is taken away', () => globalThis.mounted.unmount()],
  ] as const) {
    test(`stores the last key when ${how}`, async () => {
      await open();
      await write('abc');
      await tab.evaluate(leave);
      assert.match(await lastTyped(tab), /"text":"abc"/);
    });
  }

  test('shows the draft again', async () => {
    await open('feedback, written');
    assert.match(await tab.$eval('textarea', (field) => field.value), /^The new import/);
    assert.equal(await text(tab, 's'), 'Manufacturing');
  });

  test('sends the very string that stood there, though it is pressed right after a key', async () => {
    await open();
    await write('A “quoted” wish\nand a second line, \\ & <b>');
    await tab.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Send feedback');
      button?.click();
    });
    const sent = await waitUntil(async () => (await asked(tab, 'send'))[0], 'the message sent');
    assert.deepEqual(sent.input, { feature: 'feedback', message: sent.shown });
    assert.match(sent.shown ?? '', /second line/);
    await waitUntil(() => tab.$eval('textarea', (field) => field.value === ''), 'the form cleared');
    assert.equal((await asked(tab, 'send')).length, 1);
  });

  test('sends once, though it is pressed twice', async () => {
    await open('feedback, written');
    const button = await tab.waitForSelector('::-p-text(Send feedback)');
    await button?.scrollIntoView();
    await button?.click({ count: 2 });
    await waitUntil(() => tab.$eval('textarea', (field) => field.value === ''), 'the form cleared');
    assert.equal((await asked(tab, 'send')).length, 1);
  });

  test('leaves out what is switched off, and says so at once', async () => {
    await open();
    await pressButton(tab, 'Install key');
    await waitUntil(async () => (await text(tab, '.head')).includes('3 of 6 fields'), 'the count');
    assert.doesNotMatch(await text(tab, 'pre'), /installKey/);
    await pressButton(tab, 'Install key');
    await waitUntil(async () => (await text(tab, '.head')).includes('4 of 6 fields'), 'the count');
  });

  test('does not send what has changed before the person could see it', async () => {
    await open('feedback, written');
    await tab.evaluate(() => {
      const { answers } = globalThis.mounted;
      const before = answers.prepare;
      answers.prepare = (input) => {
        const answer = before(input);
        if (!answer.ok) return answer;
        const rows = answer.value.rows.map((row) => (row.field === 'version' ? { ...row, value: '8.5.0' } : row));
        return { ok: true, value: { ...answer.value, rows, message: answer.value.message.replace('8.4.0', '8.5.0') } };
      };
      document.querySelector('textarea')?.dispatchEvent(new Event('input', { bubbles: true }));
      [...document.querySelectorAll('button')].find((one) => one.textContent === 'Send feedback')?.click();
    });
    await waitUntil(async () => (await text(tab, 'form [role=alert]')).includes('has changed'), 'the warning');
    assert.deepEqual(await asked(tab, 'send'), []);
    await pressButton(tab, 'Send feedback');
    const sent = await waitUntil(async () => (await asked(tab, 'send'))[0], 'the message sent');
    assert.match(String(sent.shown), /8\.5\.0/);
  });

  test('does not store over a draft that could not be read', async () => {
    tab = await show('news');
    await tab.evaluate(() => {
      const { answers } = globalThis.mounted;
      const { draft } = answers;
      answers.draft = () => {
        answers.draft = draft;
        return { ok: false, failure: 'storage' };
      };
    });
    await pressButton(tab, 'Feedback');
    await pressButton(tab, 'Try again');
    await tab.waitForSelector('textarea');
    const names = await tab.evaluate(() => globalThis.mounted.asked.map(({ name }) => name));
    assert.equal(names.filter((name) => name === 'draft').length, 2);
    assert.ok(!names.slice(0, names.lastIndexOf('draft')).includes('prepare'));
  });

  test('has no button to send before it is shown what would be', async () => {
    tab = await show('news');
    await tab.evaluate(() => {
      const { answers } = globalThis.mounted;
      const { prepare } = answers;
      const answered = new Promise((resolve) => addEventListener('answered', resolve, { once: true }));
      Object.assign(answers, {
        async prepare(input: Parameters<typeof prepare>[0]) {
          await answered;
          return prepare(input);
        },
      });
    });
    await pressButton(tab, 'Feedback');
    await waitUntil(async () => (await asked(tab, 'prepare')).length === 1, 'the form asks for it');
    assert.doesNotMatch(await text(tab, 'form'), /Send feedback/);
    await tab.evaluate(() => dispatchEvent(new Event('answered')));
    await waitUntil(async () => (await text(tab, 'form')).includes('Send feedback'), 'the button');
    assert.match(await text(tab, 'form'), /What will be sent/);
  });

  test('does not send by Enter in the e-mail field, past the preview', async () => {
    await open('feedback, written');
    await tab.focus('[name=email]');
    await tab.keyboard.type('ada@acme.example');
    await tab.keyboard.press('Enter');
    await waitUntil(async () => (await text(tab, 'pre')).includes('ada@acme.example'), 'the preview');
    assert.deepEqual(await asked(tab, 'send'), []);
  });

  test('says what is wrong under the field, with the focus in it', async () => {
    await open();
    await pressButton(tab, 'Send feedback');
    await waitUntil(async () => (await text(tab, '.field')).includes('Write something first'), 'the reason');
    assert.equal(await tab.evaluate(() => document.activeElement?.getAttribute('name')), 'text');
    await write('Hello');
    await tab.focus('[name=email]');
    await tab.keyboard.type('ada@acme');
    await pressButton(tab, 'Send feedback');
    await waitUntil(async () => (await text(tab, 'form')).includes('a dot after the @'), 'the reason');
    assert.equal(await tab.evaluate(() => document.activeElement?.getAttribute('name')), 'email');
    assert.deepEqual(await asked(tab, 'send'), []);
  });

  test('keeps the text when the browser has no room', async () => {
    await open('feedback, no room');
    await waitUntil(async () => (await text(tab, 'form [role=alert]')).includes('no room'), 'the reason');
    assert.match(await tab.$eval('textarea', (field) => field.value), /^The new import/);
  });
});
