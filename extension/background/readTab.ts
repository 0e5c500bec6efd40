import { browser } from '../browser.ts';

/** A page that is not loaded by then, in milliseconds, is not waited for. */
const PATIENCE = 5_000;

/**
 * Injects the probe into a tab's own page and returns what it says of its install, unparsed; null where it is no CRM.
 * Rejects where the browser does not let us in, and where the page does not come to its end.
 */
export async function readTab(tabId: number): Promise<unknown> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE, new Error('The page is still loading.')));
  const injection = browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['probe.js'] });
  const [result] = await Promise.race([injection, late]);
  return result?.result ?? null;
}

/** As `readTab`, for the tab that the person has in front of them. */
export async function readActiveTab(): Promise<unknown> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : readTab(tab.id);
}
