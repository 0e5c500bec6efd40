import * as z from 'zod/mini';
import type { Database } from '../../widget/service/storage/database.ts';
import type { SiteSummary, Sites } from '../../widget/service/surroundings.ts';
import { browser } from '../browser.ts';
import { hostPattern } from '../hostPattern.ts';
import { keys } from '../keys.ts';
import { injectLauncher, registerLaunchers } from './launcherScript.ts';
import { loadManaged } from './managed.ts';
import { ask, forgotten, managedSites, patternsOf, settle, shownSites, turnOff } from './siteChoices.ts';
import type { SiteChoices } from './siteStore.ts';
import { loadChoices, saveChoices } from './siteStore.ts';

/** The CRMs with a launcher, as the background keeps them true. */
export interface EnabledSites extends Sites {
  /** Makes launchers and registered scripts what is both wanted and granted. */
  reconcile(): Promise<void>;
  /** Gives the permission for the host of that address back, unless a CRM or the added feed is on it. */
  giveBack(address: string): Promise<void>;
  /** Forgets what was chosen for that CRM, where its launcher stood, and the permission for its host. */
  forget(baseUrl: string): Promise<void>;
  /** Turns off the launcher that a content script says was hidden from its menu, if one does. */
  takeHidden(): Promise<void>;
}

/** `feedAddress`: of the feed that was added to the hub's, whose host is needed too. */
export function createSites(database: Database, feedAddress: () => Promise<string | null>): EnabledSites {
  let last: Promise<unknown> = Promise.resolve();

  /** One change at a time: each looks at what the browser granted, and that must not change in between. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(work, work);
    last = turn;
    return turn;
  }

  const load = () => database.read(loadChoices);

  /** The CRMs with a launcher: the organisation's where it lists them, else those that were chosen. */
  async function shown(choices: SiteChoices): Promise<SiteSummary[]> {
    const { crms } = await loadManaged();
    if (crms === undefined) return shownSites(choices);
    return managedSites(choices, crms, await grantedAmong(new Set(crms.map(hostPattern))));
  }

  async function change(next: (choices: SiteChoices) => SiteChoices): Promise<SiteChoices> {
    const changed = next(await load());
    const settled = settle(changed, await grantedAmong(patternsOf(changed)));
    await database.write((transaction) => saveChoices(transaction, settled));
    await show((await shown(settled)).map(({ baseUrl }) => baseUrl));
    return settled;
  }

  async function giveBack(address: string): Promise<void> {
    const pattern = hostPattern(address);
    const choices = await load();
    const feed = await feedAddress();
    const needed = [...(await shown(choices)), ...(choices.asked ? [choices.asked] : [])].map(({ baseUrl }) => baseUrl);
    if ([...needed, ...(feed === null ? [] : [feed])].some((each) => hostPattern(each) === pattern)) return;
    // Refused where the permission came from elsewhere, such as an administrator's policy.
    await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
  }

  async function hide(site: SiteSummary): Promise<void> {
    await change((choices) => turnOff(choices, site));
    await giveBack(site.baseUrl);
  }

  return {
    list: () => inTurn(async () => shown(await load())),
    launcher: (baseUrl) =>
      inTurn(async () => {
        const choices = await load();
        const { crms } = await loadManaged();
        const chosen = choices.chosen.find(({ site }) => site.baseUrl === baseUrl)?.launcher ?? 'unasked';
        if (crms === undefined) return chosen;
        if (!crms.includes(baseUrl)) return 'toolbar';
        if ((await shown(choices)).some((site) => site.baseUrl === baseUrl)) return 'shown';
        // No policy gives an extension a host: that takes a click of the person's.
        return chosen === 'shown' ? 'unasked' : chosen;
      }),
    choose: (site, launcher) =>
      inTurn(async () => {
        const { crms } = await loadManaged();
        if (crms && !crms.includes(site.baseUrl)) return;
        if (launcher === 'toolbar') await hide(site);
        else await change((choices) => ask(choices, site));
      }),
    giveBack: (address) => inTurn(() => giveBack(address)),
    forget: (baseUrl) =>
      inTurn(async () => {
        await change((choices) => forgotten(choices, baseUrl));
        await forgetPlace(baseUrl);
        await giveBack(baseUrl);
      }),
    reconcile: () =>
      inTurn(async () => {
        await change((choices) => choices);
      }),
    takeHidden: () =>
      inTurn(async () => {
        const hidden = (await browser.storage.local.get(keys.hide))[keys.hide];
        if (hidden === undefined) return;
        const site = shownSites(await load()).find(({ baseUrl }) => baseUrl === hidden);
        if (site) await hide(site);
        await browser.storage.local.remove(keys.hide);
      }),
  };
}

async function grantedAmong(patterns: ReadonlySet<string>): Promise<Set<string>> {
  const granted = new Set<string>();
  for (const pattern of patterns) {
    if (await browser.permissions.contains({ origins: [pattern] })) granted.add(pattern);
  }
  return granted;
}

async function forgetPlace(baseUrl: string): Promise<void> {
  const { [keys.places]: places } = await browser.storage.local.get(keys.places);
  const { [baseUrl]: _, ...others } = z.record(z.string(), z.unknown()).safeParse(places).data ?? {};
  await browser.storage.local.set({ [keys.places]: others });
}

/** Has these CRMs show a launcher and no others, in open tabs too. */
async function show(baseUrls: readonly string[]): Promise<void> {
  const stored = await browser.storage.local.get(keys.shown);
  const shown = z.array(z.string()).safeParse(stored[keys.shown]).data ?? [];
  // An update of the extension takes the registration away, and cuts off the scripts that run in open tabs.
  const wasUpdated = await registerLaunchers(baseUrls);
  await browser.storage.local.set({ [keys.shown]: baseUrls });
  for (const baseUrl of baseUrls) {
    if (wasUpdated || !shown.includes(baseUrl)) await injectLauncher(baseUrl);
  }
}
