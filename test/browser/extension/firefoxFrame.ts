import type { Browser, Page } from 'puppeteer-core';
import { bidi } from '../harness/bidi.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { inFirefoxWindow } from './firefoxWindow.ts';
import type { View } from './view.ts';
import { expressionOf } from './view.ts';

const codes = { Escape: '\uE00C', Enter: '\uE007' };

/** The panel in a frame of the page in front. Puppeteer lists no frames of extensions, yet WebDriver speaks to them. */
export async function inFirefox(page: Page): Promise<View> {
  const browser = page.browser();
  const find = `(async () => {
    const frames = gBrowser.selectedBrowser.browsingContext.getAllBrowsingContextsInSubtree();
    const panel = frames.find(({ currentURI }) => /^moz-extension:.*panel\\.html$/.test(currentURI?.spec));
    return JSON.stringify(panel ? String(panel.id) : null);
  })()`;
  const context = await waitUntil(() => inFirefoxWindow(browser, find), 'a frame has the panel');
  return { ...inFirefoxContext(browser, String(context)), screenshot: () => page.screenshot() };
}

/** A document of the extension, by WebDriver's name for where it is shown. */
export function inFirefoxContext(browser: Browser, context: string): View {
  async function evaluate(expression: string): Promise<unknown> {
    const wrapped = `(async () => JSON.stringify([await ${expression}]))()`;
    const answer = await bidi(browser, 'script.evaluate', {
      expression: wrapped,
      target: { context },
      awaitPromise: true,
    });
    const { result } = answer as { result?: { value?: string } };
    if (result?.value === undefined) throw new Error(`It failed in the panel: ${expression}`);
    return JSON.parse(result.value)[0];
  }

  const act = (source: object) => bidi(browser, 'input.performActions', { context, actions: [source] });
  return {
    evaluate: async (work, ...given) => (await evaluate(expressionOf(work, given))) as Awaited<ReturnType<typeof work>>,
    async click(selector) {
      const box = await evaluate(expressionOf(middleOf, [selector]));
      const { x, y } = box as { x: number; y: number };
      const actions = [
        { type: 'pointerMove', x, y },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await act({ type: 'pointer', id: 'mouse', actions });
    },
    async press(key) {
      const value = codes[key];
      await act({
        type: 'key',
        id: 'keyboard',
        actions: [
          { type: 'keyDown', value },
          { type: 'keyUp', value },
        ],
      });
    },
    async screenshot() {
      const { data } = (await bidi(browser, 'browsingContext.captureScreenshot', { context })) as { data: string };
      return Buffer.from(data, 'base64');
    },
  };
}

function middleOf(selector: string): { x: number; y: number } {
  const { x = 0, y = 0, width = 0, height = 0 } = document.querySelector(selector)?.getBoundingClientRect() ?? {};
  return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
}
