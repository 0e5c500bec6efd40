import type { Browser } from 'puppeteer-core';
import { bidi } from '../harness/bidi.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { inFirefoxContext } from './firefoxFrame.ts';
import { panelAddress } from './panelAddress.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';

/** The panel in a tab of its own. */
export interface Tab extends View {
  close(): Promise<void>;
}

/** The tab in which something has just opened the panel, with a query that matches; waits until it is drawn. */
export async function panelTab(browser: Browser, query: RegExp): Promise<Tab> {
  const panel = await panelAddress(browser);
  const isIt = (url: string) => url.startsWith(panel) && query.test(url.slice(panel.length));
  const tab = /^moz/.test(panel) ? await inFirefox(browser, isIt) : await inChromium(browser, isIt);
  await waitUntil(() => tab.evaluate(() => document.querySelector('.panel') !== null), 'the panel is drawn');
  return tab;
}

async function inChromium(browser: Browser, isIt: (url: string) => boolean): Promise<Tab> {
  const target = await browser.waitForTarget((target) => isIt(target.url()));
  const page = await target.asPage();
  await page.bringToFront();
  return { ...viewOf(page), close: () => page.close() };
}

interface Tree {
  readonly contexts: readonly { readonly context: string; readonly url: string }[];
}

// Puppeteer does not list the tabs of extensions.
async function inFirefox(browser: Browser, isIt: (url: string) => boolean): Promise<Tab> {
  const context = await waitUntil(async () => {
    const { contexts } = (await bidi(browser, 'browsingContext.getTree', {})) as Tree;
    return contexts.find(({ url }) => isIt(url))?.context;
  }, 'there is a tab with the panel');
  await bidi(browser, 'browsingContext.activate', { context });
  return {
    ...inFirefoxContext(browser, context),
    async close() {
      await bidi(browser, 'browsingContext.close', { context });
    },
  };
}
