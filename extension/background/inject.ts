import { browser } from '../browser.ts';

/** Runs one of our files in a tab's own page, out of its scripts' reach, and returns its value; null where it has none. */
export async function inject(tabId: number, file: string): Promise<unknown> {
  const [injection] = await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: [file] });
  return injection?.result ?? null;
}
