import { isAnyUnseen } from '../../widget/service/news/news.ts';
import type { OtherFeed } from '../../widget/service/news/otherFeed.ts';
import { readerKey } from '../../widget/service/owner.ts';
import { loadSettings } from '../../widget/service/settings/storedSettings.ts';
import type { Surroundings } from '../../widget/service/surroundings.ts';
import { browser } from '../browser.ts';
import { keys } from '../keys.ts';
import { showDot } from './dot.ts';
import type { EnabledSites } from './sites.ts';

/** Makes what is outside of the panel as the settings have it: dot, launchers and their side, and what is kept of a feed. */
export async function followSettings(
  surroundings: Surroundings,
  otherFeed: OtherFeed,
  sites: EnabledSites,
): Promise<void> {
  const reader = readerKey(surroundings, null);
  const { side } = await loadSettings(surroundings, reader);
  await browser.storage.local.set({ [keys.side]: side });
  await otherFeed.forgetFormer();
  await showDot(await isAnyUnseen(surroundings, otherFeed));
  await sites.reconcile();
}

/** The address of the feed that was added to the hub's; null without. */
export async function feedAddress(surroundings: Surroundings): Promise<string | null> {
  return (await loadSettings(surroundings, readerKey(surroundings, null))).feed;
}
