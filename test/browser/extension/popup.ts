import type { Browser, Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { openFirefoxPopup } from './firefoxPopup.ts';
import type { View } from './view.ts';
import { viewOf } from './view.ts';

/** The panel as the toolbar's button opens it. */
export interface Popup extends View {
  isOpen(): Promise<boolean>;
  close(): Promise<void>;
}

/** Presses the extension's button in the toolbar, with that page in front, and waits until the popup is drawn. */
export async function openPopup(browser: Browser, page: Page): Promise<Popup> {
  await page.bringToFront();
  const name = await browser.version();
  return /firefox/i.test(name) ? openFirefoxPopup(browser) : openChromiumPopup(browser, page);
}

async function openChromiumPopup(browser: Browser, page: Page): Promise<Popup> {
  const [extension] = (await browser.extensions()).values();
  if (extension === undefined) throw new Error('Chromium has no extension.');
  const address = `chrome-extension://${extension.id}/panel.html`;
  await page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget((target) => target.url() === address);
  const popup = await target.asPage();
  // A target is a page a little before it has a frame that could be asked.
  await waitUntil(() => popup.$('.panel'), 'the popup is drawn');
  return {
    ...viewOf(popup),
    isOpen: async () => !popup.isClosed(),
    async close() {
      // As when the person clicks beside it: the document goes without a word.
      await popup.close();
      await waitUntil(() => popup.isClosed(), 'the popup is closed');
    },
  };
}
