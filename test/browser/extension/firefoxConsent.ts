import type { Browser } from 'puppeteer-core';
import { inFirefoxWindow } from './firefoxWindow.ts';

const everything = ['personallyIdentifyingInfo', 'technicalAndInteraction', 'websiteContent'] as const;
type DataType = (typeof everything)[number];

/** Allows all that the extension may send, as in Firefox's list of add-ons. */
export function allowData(browser: Browser): Promise<void> {
  return change(browser, 'add', everything);
}

/** Takes that back, as in Firefox's list of add-ons. */
export function takeBackData(browser: Browser, types: readonly DataType[]): Promise<void> {
  return change(browser, 'remove', types);
}

async function change(browser: Browser, how: 'add' | 'remove', types: readonly DataType[]): Promise<void> {
  const permissions = JSON.stringify({ permissions: [], origins: [], data_collection: types });
  await inFirefoxWindow(
    browser,
    `(async () => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { id, extension } = WebExtensionPolicy.getByID('noticeboard@noticeboard.example');
      await ExtensionPermissions.${how}(id, ${permissions}, extension);
      return 'true';
    })()`,
  );
}
