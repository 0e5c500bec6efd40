import { baseUrlOf } from '../../widget/crm/baseUrl.ts';
import type { CrmReader } from '../../widget/service/surroundings.ts';
import type { MessageSender } from '../browser.ts';
import { browser } from '../browser.ts';
import { crmTabIn } from '../panelTab.ts';
import { activeTab, crmIn } from './tabCrm.ts';

/**
 * Who may speak to the service: our own panel in the popup or in a tab of its own, and in a frame only where the tab shows
 * a CRM with a launcher, because any site can put the panel into a frame. Returns the reader of the CRM that lies in front
 * of the caller; null for everybody else.
 */
export async function crmReaderFor(
  sender: MessageSender,
  isShown: (baseUrl: string) => Promise<boolean>,
): Promise<CrmReader | null> {
  const panel = new URL(browser.runtime.getURL('panel.html'));
  const caller = sender.url === undefined ? null : new URL(sender.url);
  if (sender.id !== browser.runtime.id || caller?.origin !== panel.origin || caller.pathname !== panel.pathname) {
    return null;
  }
  const { tab, frameId = 0 } = sender;
  if (tab === undefined) return frameId === 0 ? crmIn(activeTab) : null;
  if (frameId === 0) return crmIn(async () => crmTabIn(caller));
  // Without a permission for the site, its address is not even told.
  const baseUrl = tab.url === undefined ? null : baseUrlOf(new URL(tab.url));
  if (tab.id === undefined || baseUrl === null || !(await isShown(baseUrl))) return null;
  const { id } = tab;
  return crmIn(async () => id);
}
