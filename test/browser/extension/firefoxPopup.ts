import type { Browser } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { inFirefoxWindow } from './firefoxWindow.ts';
import type { Popup } from './popup.ts';
import { expressionOf } from './view.ts';

const policy = `WebExtensionPolicy.getByID('noticeboard@noticeboard.example')`;
const popupView = `[...${policy}.extension.views].find((view) => view.viewType === 'popup')?.xulBrowser`;

/** Presses the extension's button in Firefox's toolbar. */
export async function openFirefoxPopup(browser: Browser): Promise<Popup> {
  await inFirefoxWindow(
    browser,
    `(async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      await ExtensionParent.apiManager.global.browserActionFor(${policy}.extension).triggerAction(window);
      return 'true';
    })()`,
  );
  // Firefox loads the document in a panel that is never shown, and moves it: what was asked before that gets no answer.
  await waitUntil(
    () => inFirefoxWindow(browser, `String(${popupView}?.closest('panel')?.state === 'open')`),
    'the popup is open',
  );
  const popup = viewOf(browser);
  await waitUntil(() => popup.evaluate(() => document.querySelector('.panel') !== null), 'the popup is drawn');
  return popup;
}

/** WebDriver knows tabs only, so the popup is spoken to by scripts that Firefox runs beside its document. */
function viewOf(browser: Browser): Popup {
  async function beside(script: string): Promise<unknown> {
    const source = `(async () => {
      try {
        sendAsyncMessage('test', JSON.stringify({ value: await (${script}) ?? null }));
      } catch (error) {
        sendAsyncMessage('test', JSON.stringify({ error: String(error) }));
      }
    })()`;
    const result = await inFirefoxWindow(
      browser,
      `new Promise((resolve) => {
        const manager = ${popupView}?.messageManager;
        if (!manager) return resolve('{"error":"The popup is closed."}');
        manager.addMessageListener('test', function listen({ data }) {
          manager.removeMessageListener('test', listen);
          Services.obs.removeObserver(observe, 'message-manager-disconnect');
          resolve(data);
        });
        function observe(gone) {
          if (gone !== manager) return;
          Services.obs.removeObserver(observe, 'message-manager-disconnect');
          resolve('{"error":"The popup closed before it answered."}');
        }
        Services.obs.addObserver(observe, 'message-manager-disconnect');
        manager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(source)}), false);
      })`,
    );
    const { value, error } = result as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(error);
    return value;
  }

  return {
    async evaluate<A extends (string | number)[], R>(work: (...given: A) => R | Promise<R>, ...given: A) {
      const expression = JSON.stringify(expressionOf(work, given));
      const sandbox = 'Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false })';
      return (await beside(`Cu.evalInSandbox(${expression}, ${sandbox})`)) as R;
    },
    async click(selector) {
      // Firefox gives a popup its size after it has drawn it: what was in sight a moment ago may lie beyond it by now.
      const clicked = `(() => {
        const element = content.document.querySelector(${JSON.stringify(selector)});
        element.scrollIntoView({ block: 'nearest' });
        const { x, y, width, height } = element.getBoundingClientRect();
        let hit = false;
        const look = ({ target }) => (hit = element.contains(target));
        content.addEventListener('click', look, true);
        for (const type of ['mousemove', 'mousedown', 'mouseup']) {
          content.synthesizeMouseEvent(type, x + width / 2, y + height / 2, { button: 0, clickCount: 1 });
        }
        content.removeEventListener('click', look, true);
        return hit;
      })()`;
      await waitUntil(() => beside(clicked), `${selector} can be clicked`);
    },
    async press(key) {
      await beside(`(() => {
        const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
        keyboard.beginInputTransactionForTests(content);
        const event = new content.KeyboardEvent('', { key: ${JSON.stringify(key)}, code: ${JSON.stringify(key)} });
        keyboard.keydown(event);
        keyboard.keyup(event);
      })()`);
    },
    async screenshot() {
      const picture = await inFirefoxWindow(
        browser,
        `(async () => {
          const bitmap = await ${popupView}.browsingContext.currentWindowGlobal.drawSnapshot(new DOMRect(0, 0, 400, 600), 1, 'white');
          const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
          canvas.width = bitmap.width;
          canvas.height = bitmap.height;
          canvas.getContext('2d').drawImage(bitmap, 0, 0);
          return JSON.stringify(canvas.toDataURL().split(',')[1]);
        })()`,
      );
      return Buffer.from(String(picture), 'base64');
    },
    async close() {
      const close = `${popupView}?.closest('panel')?.hidePopup(), 'true'`;
      await inFirefoxWindow(browser, close);
      await waitUntil(() => inFirefoxWindow(browser, `String(!${popupView})`), 'the popup is closed');
    },
    isOpen: async () => (await inFirefoxWindow(browser, `String(Boolean(${popupView}))`)) === true,
  };
}
