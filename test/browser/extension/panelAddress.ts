import type { Browser } from 'puppeteer-core';
import { firefoxExtensionHost } from '../harness/browsers.ts';

/** The address of the extension's panel, as a frame or tab would have it. */
export async function panelAddress(browser: Browser): Promise<string> {
  if (/firefox/i.test(await browser.version())) return `moz-extension://${firefoxExtensionHost}/panel.html`;
  return `chrome-extension://${await chromiumId(browser)}/panel.html`;
}

/** The id of the extension in Chromium, which comes from the `key` of its manifest. */
export async function chromiumId(browser: Browser): Promise<string> {
  const [extension] = (await browser.extensions()).values();
  if (extension === undefined) throw new Error('Chromium has no extension.');
  return extension.id;
}
