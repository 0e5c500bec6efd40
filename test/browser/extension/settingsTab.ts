import type { Browser } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import type { Tab } from './tab.ts';
import { panelTab } from './tab.ts';

/** Waits for the tab of settings that something has just opened. */
export async function settingsTab(browser: Browser): Promise<Tab> {
  const tab = await panelTab(browser, /^\?settings$/);
  await waitUntil(() => tab.evaluate(() => document.querySelector('.settings') !== null), 'the settings are drawn');
  return tab;
}
