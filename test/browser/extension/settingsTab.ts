import type { Browser } from 'puppeteer-core';
import { bidi } from '../harness/bidi.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { inFirefoxContext } from './firefoxFrame.ts';
import { panelAddress } from './panelAddress.ts';
import type { View } from './view.ts';
import { expressionOf } from './view.ts';

/** The page of settings in its own tab. */
export interface SettingsTab extends View {
  close(): Promise<void>;
}

/** Waits for the tab of settings that something has just opened. */
export async function settingsTab(browser: Browser): Promise<SettingsTab> {
  const address = `${await panelAddress(browser)}?settings`;
  const tab = /^moz/.test(address) ? await inFirefox(browser, address) : await inChromium(browser, address);
  await waitUntil(() => tab.evaluate(() => document.querySelector('.settings') !== null), 'the settings are drawn');
  return tab;
}

async function inChromium(browser: Browser, address: string): Promise<SettingsTab> {
  const target = await browser.waitForTarget((target) => target.url() === address);
  const page = await target.asPage();
  await page.bringToFront();
  return {
    evaluate: async (work, ...given) =>
      (await page.evaluate(expressionOf(work, given))) as Awaited<ReturnType<typeof work>>,
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
    close: () => page.close(),
  };
}

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

async function inFirefox(browser: Browser, address: string): Promise<SettingsTab> {
  const context = await waitUntil(async () => {
    const { contexts } = (await bidi(browser, 'browsingContext.getTree', {})) as Tree;
    return contexts.find(({ url }) => url === address)?.context;
  }, 'there is a tab with the settings');
  await bidi(browser, 'browsingContext.activate', { context });
  return {
    ...inFirefoxContext(browser, context),
    async close() {
      await bidi(browser, 'browsingContext.close', { context });
    },
  };
}
