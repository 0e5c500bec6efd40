import type { Answer } from '../../widget/contract/failure.ts';
import { failure } from '../../widget/contract/failure.ts';
import type { DisclosingFeature } from '../../widget/contract/policy.ts';
import type { Home } from '../../widget/ui/home.ts';
import { loadEditor, loadLater, loadMore } from '../../widget/ui/loadLater.ts';
import { asksForData, dataConsent } from '../dataConsent.ts';
import { hostPattern } from '../hostPattern.ts';
import { native } from '../native.ts';
import { CLOSE_PANEL } from '../panelMessage.ts';
import { panelOver } from '../panelTab.ts';
import { call } from './call.ts';

const later = loadLater('panel-later.js');
const more = loadMore('panel-more.js', later);
const parts = { call, later, more, editor: loadEditor('panel-editor.js') };

/** `panel.html` with this in its address is the page of settings: no CRM lies in front of it. */
const settingsAddress = 'panel.html?settings';

/** The home that this document is: framed over a CRM, named one in its address, the page of settings, or else the popup. */
export function findHome(): Home {
  if (window !== window.top)
    return { ...parts, surface: 'drawer', settingsAddress, close: () => parent.postMessage(CLOSE_PANEL, '*') };
  const own = { ...parts, ...(asksForData(native.runtime.getManifest()) ? { consent } : {}) };
  const address = new URLSearchParams(location.search);
  if (address.has('settings')) return { ...own, surface: 'tab', view: 'settings', addFeed };
  const feature = address.get('feature') ?? '';
  const open = feature === 'newsletter' ? ({ view: feature } as const) : { feature };
  if (address.has('crm')) return { ...own, surface: 'tab', showOnSite, addFeed, ...open };
  return {
    ...own,
    surface: 'popup',
    settingsAddress,
    showOnSite,
    openInTab: (open) => void openInTab(open),
    capture,
  };
}

/** As `showOnSite`, but in a tab, which stays while the browser asks. */
async function addFeed(feed: string): Promise<Answer<object>> {
  if (!URL.canParse(feed) || !/^https?:$/.test(new URL(feed).protocol)) return failure('bad-address');
  const granted = await native.permissions.request({ origins: [hostPattern(feed)] }).catch(() => false);
  return granted ? call('changeSettings', { feed }) : failure('not-allowed');
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

function consent(feature: DisclosingFeature): Promise<boolean> {
  return native.permissions.request(dataConsent(feature)).catch(() => false);
}

async function openInTab(feature: string): Promise<void> {
  const [tab] = await native.tabs.query({ active: true, currentWindow: true });
  await native.tabs.create({ url: panelOver(tab?.id, feature) });
  window.close();
}

/** The click on the toolbar's button let the extension see this one tab. The popup is not in the picture. */
function capture(): Promise<string> {
  return native.tabs.captureVisibleTab(undefined, { format: 'png' });
}
