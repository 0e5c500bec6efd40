import type { Home } from '../../widget/ui/home.ts';
import { loadLater, loadMore } from '../../widget/ui/loadLater.ts';
import { hostPattern } from '../hostPattern.ts';
import { native } from '../native.ts';
import { CLOSE_PANEL } from '../panelMessage.ts';
import { call } from './call.ts';

const later = loadLater('panel-later.js');
const more = loadMore('panel-more.js', later);

/** The home that this document is: framed over a CRM, named one in its address, or else the popup. */
export function findHome(): Home {
  if (window !== window.top)
    return { call, later, more, surface: 'drawer', close: () => parent.postMessage(CLOSE_PANEL, '*') };
  if (new URLSearchParams(location.search).has('crm')) return { call, later, more, surface: 'tab', showOnSite };
  return { call, later, more, surface: 'popup', showOnSite, openInTab: () => void openInTab() };
}

/**
 * Nothing may be waited for before the browser is asked for the permission. Nor after it: Firefox closes the popup with
 * its question, so the background has to know by then what was wanted.
 */
async function showOnSite(baseUrl: string): Promise<boolean> {
  const request = native.permissions.request({ origins: [hostPattern(baseUrl)] });
  const choice = call('chooseLauncher', { baseUrl, launcher: 'shown' });
  const granted = await request.catch(() => false);
  const chosen = await choice;
  if (!granted) await call('chooseLauncher', { baseUrl, launcher: 'toolbar' });
  return granted && chosen.ok;
}

async function openInTab(): Promise<void> {
  const [tab] = await native.tabs.query({ active: true, currentWindow: true });
  await native.tabs.create({ url: `panel.html?crm=${tab?.id ?? ''}` });
  window.close();
}
