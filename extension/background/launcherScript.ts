import { baseUrlOf } from '../../widget/crm/baseUrl.ts';
import { browser } from '../browser.ts';
import { hostPattern, installPattern } from '../hostPattern.ts';

const ID = 'launcher';
const FILE = 'content.js';

/** Makes the registered content script the one for those CRMs. Returns whether there was none before. */
export async function registerLaunchers(baseUrls: readonly string[]): Promise<boolean> {
  const matches = [...new Set(baseUrls.map(installPattern))].sort();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered) await browser.scripting.unregisterContentScripts({ ids: [ID] });
  } else if (!registered) {
    await browser.scripting.registerContentScripts([{ id: ID, js: [FILE], matches, runAt: 'document_idle' }]);
  } else if (String(registered.matches?.toSorted()) !== String(matches)) {
    await browser.scripting.updateContentScripts([{ id: ID, matches }]);
  }
  return !registered;
}

/** Puts the launcher into the tabs that are open on that CRM: a registered script comes with the next page only. */
export async function injectLauncher(baseUrl: string): Promise<void> {
  const tabs = await browser.tabs.query({ url: hostPattern(baseUrl), discarded: false });
  for (const { id, url } of tabs) {
    if (id === undefined || url === undefined || baseUrlOf(new URL(url)) !== baseUrl) continue;
    // A tab may be gone by now, or show an error page.
    browser.scripting.executeScript({ target: { tabId: id }, files: [FILE] }).catch(() => {});
  }
}
