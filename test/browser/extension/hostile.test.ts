import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { framedPanel, isDrawerOpen, launcherAppears, launchers, openDrawer } from './drawer.ts';
import { enableCrm } from './enable.ts';
import { withExtension } from './scene.ts';
import { openFeedback, press, says, writeFeedback } from './view.ts';

/** What the script of a page can reach of the launcher's and the drawer's parts, and press. */
function pressFromThePage(page: Page, label: string): Promise<void> {
  return page.evaluate((name) => {
    const roots = [...document.querySelectorAll('[data-noticeboard]')].map(({ shadowRoot }) => shadowRoot);
    const buttons = roots.flatMap((root) => [...(root?.querySelectorAll('button') ?? [])]);
    buttons.find((button) => button.title.startsWith(name) || button.textContent === name)?.click();
  }, label);
}

declare const chrome: {
  tabs: { query(which: { active: true; currentWindow: true }): Promise<{ id: number }[]> };
  scripting: {
    executeScript(what: { target: { tabId: number }; func: () => unknown }): Promise<{ result: unknown }[]>;
  };
  runtime: { sendMessage(message: object): Promise<unknown> };
};

/** By which names a page could speak to an extension. */
function doors(): string[] {
  return ['chrome', 'browser'].filter((name) => Reflect.get(globalThis, name)?.runtime?.sendMessage !== undefined);
}

/** What the background answers where our content scripts run, beside the script of the page in front. */
async function askFromContentScripts(): Promise<unknown[]> {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab === undefined) return [];
  // In a list a function gets no name, which it could not give itself where it runs.
  const asks = [() => chrome.runtime.sendMessage({ call: 'open', input: {} })];
  const answers = [];
  for (const func of asks) answers.push(...(await chrome.scripting.executeScript({ target: { tabId: tab.id }, func })));
  return answers.map(({ result }) => result);
}

withExtension('A page of an enabled CRM that means ill', { grants: true }, (scene) => {
  before(() => enableCrm(scene()));

  test('cannot turn Noticeboard off by clicks that it made up', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    await pressFromThePage(page, 'Hide');
    assert.equal(await launchers(page), 1);
    await page.reload();
    await launcherAppears(page);
    await page.close();
  });

  test('opens the drawer by such a click at most: it gets no word of what is in it, and closes nothing', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    await pressFromThePage(page, 'Noticeboard');
    await waitUntil(() => isDrawerOpen(page), 'the drawer is open');
    await says(await framedPanel(page), /vtiger 8\.4\.0/);
    const reached = await page.evaluate(async () => {
      const frame = document.querySelector('[data-noticeboard=drawer]')?.shadowRoot?.querySelector('iframe');
      const panel = frame?.contentWindow;
      if (!panel) return 'no frame';
      const forged = ['noticeboard:close', { call: 'outbox', input: {} }, { noticeboardRelay: 1 }];
      const heard: unknown[] = [];
      addEventListener('message', ({ source, data }) => source !== window && heard.push(data));
      for (const message of forged) {
        postMessage(message, '*');
        panel.postMessage(message, '*');
      }
      // Whatever would be answered has been by the time a message sent later comes.
      await new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      });
      try {
        return String(panel.document);
      } catch {
        return heard;
      }
    });
    assert.deepEqual(reached, []);
    assert.equal(await isDrawerOpen(page), true);
    await page.close();
  });

  test('cannot close the drawer from a frame of its own', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    await openDrawer(page);
    const address = `${scene().site.origin('other.test')}/other.html`;
    await page.evaluate((src) => {
      const frame = document.createElement('iframe');
      frame.src = src;
      document.body.append(frame);
    }, address);
    const frame = await waitUntil(() => page.frames().find((each) => each.url().includes('other.test')), 'the frame');
    await page.evaluate(() => {
      addEventListener('message', ({ data }) => {
        if (data === 'the last word') document.body.dataset.heard = data;
      });
    });
    await frame.evaluate(() => {
      for (const word of ['noticeboard:close', 'the last word']) parent.postMessage(word, '*');
    });
    // Messages of one frame come in their order: by then the launcher has heard both.
    await page.waitForSelector('[data-heard]');
    assert.equal(await isDrawerOpen(page), true);
    await page.close();
  });

  test('is not listened to by the background, nor is the content script that stands in it', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    assert.deepEqual(await page.evaluate(doors), []);
    const popup = await scene().openPopup(page);
    const answers = await popup.evaluate(askFromContentScripts);
    assert.deepEqual(answers, [{ ok: false, failure: 'not-allowed' }]);
    await popup.close();
    await page.close();
  });

  test('that covers the panel gets no more sent than what the person typed, who can withdraw it, and nothing while it is empty', async () => {
    const { hub } = scene();
    const page = await scene().open();
    await launcherAppears(page);
    const drawer = await openDrawer(page);
    await openFeedback(drawer);
    await says(drawer, /What will be sent/);
    await page.evaluate(() => {
      const cover = document.createElement('div');
      cover.textContent = 'Press here to win';
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:white;pointer-events:none';
      document.body.append(cover);
    });
    const sent = () => hub.requests.filter(({ method }) => method === 'POST').length;
    const before = sent();
    await press(drawer, 'Send feedback');
    await says(drawer, /Write something first/);
    assert.equal(sent(), before);
    const text = `Typed under a cover in ${scene().name}`;
    await writeFeedback(drawer, text);
    await press(drawer, 'Send feedback');
    await waitUntil(async () => (await hub.stored()).some((each) => each.text === text), 'it is at the hub');
    assert.equal(sent(), before + 1);
    await press(drawer, 'Withdraw…');
    await press(drawer, 'Withdraw');
    await says(drawer, /Withdrawn at/);
    assert.ok(!(await hub.stored()).some((each) => each.text === text));
    await page.close();
  });

  test('that lies about itself is quoted as text, and only as far as it makes sense', async () => {
    const { browser, site } = scene();
    const page = await browser.newPage();
    await page.goto(`${site.origin('crm.test')}/lying/index.php`);
    const popup = await scene().openPopup(page);
    await press(popup, 'Toolbar only');
    await says(popup, /<img src=x onerror=alert\(1\)>/);
    assert.equal(await popup.evaluate(() => document.querySelectorAll('img').length), 0);
    await popup.close();
    await page.close();
  });
});
