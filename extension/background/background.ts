import { failure } from '../../widget/contract/failure.ts';
import { answer } from '../../widget/service/answer.ts';
import { createService } from '../../widget/service/createService.ts';
import { fetchElsewhere, fetchHub } from '../../widget/service/hub/fetchHub.ts';
import { relayTransport } from '../../widget/service/hub/relay.ts';
import { logged } from '../../widget/service/log/logged.ts';
import { refreshIfDue } from '../../widget/service/news/news.ts';
import { createOtherFeed } from '../../widget/service/news/otherFeed.ts';
import { withOtherFeed } from '../../widget/service/news/withOtherFeed.ts';
import { makeDue, resume, resumeOnline } from '../../widget/service/outbox/delivery.ts';
import { openDatabase } from '../../widget/service/storage/database.ts';
import type { Surroundings } from '../../widget/service/surroundings.ts';
import { systemClock } from '../../widget/service/systemClock.ts';
import type { MessageSender } from '../browser.ts';
import { browser } from '../browser.ts';
import { asksForData } from '../dataConsent.ts';
import { hostPattern } from '../hostPattern.ts';
import { keys } from '../keys.ts';
import { panelOver } from '../panelTab.ts';
import { keepNewsAlarm, NEWS_ALARM, OUTBOX_ALARM, wakeAt } from './alarms.ts';
import { crmReaderFor } from './door.ts';
import { showDot } from './dot.ts';
import { feedAddress, followSettings } from './followSettings.ts';
import { keepHub, loadHub } from './hubSetting.ts';
import { keepAwake } from './keepAwake.ts';
import { loadManaged } from './managed.ts';
import { onlyAllowed } from './onlyAllowed.ts';
import { openRelay } from './openRelay.ts';
import { createSites } from './sites.ts';
import { withDataConsent } from './withDataConsent.ts';
import { withSiteForgotten } from './withSiteForgotten.ts';

const database = openDatabase();
const sites = createSites(database, () => feedAddress(surroundings));
const asks = asksForData(browser.runtime.getManifest());
// Chromium's background is a worker, whose origin is the same public id for everybody. Firefox's is a page, whose origin
// stands for this one profile.
const transport = logged(typeof document === 'undefined' ? fetchHub : relayTransport(openRelay), database, systemClock);
const surroundings: Surroundings = {
  database,
  clock: systemClock,
  transport: asks ? onlyAllowed(transport) : transport,
  userAgent: navigator.userAgent,
  sites,
  shared: false,
  hub: () => loadHub(database),
  keepHub: (hub) => keepHub(database, hub),
  managed: loadManaged,
  followSettings: follow,
  wakeAt: (time) => wakeAt(time, () => attend(resume(surroundings))),
  keepAwake,
  showUnseenNews: showDot,
  // Whatever waits is looked for at every start of the background, and with every message.
  noteWaiting: () => {},
};

const otherFeed = createOtherFeed(surroundings, {
  // It has no host to hide from: the browser was asked for this one.
  transport: logged(fetchElsewhere, database, systemClock),
  isGranted: (address) => browser.permissions.contains({ origins: [hostPattern(address)] }),
  giveBack: (address) => sites.giveBack(address),
});

// A background sleeps most of the time. The browser wakes it only for what is listened to from its first turn on.
browser.runtime.onMessage.addListener((message: unknown, sender: MessageSender) => receive(message, sender));
browser.permissions.onAdded.addListener(({ data_collection: allowed = [] }) => {
  attend(sites.reconcile());
  if (allowed.length > 0) attend(makeDue(surroundings, () => true).then(() => resume(surroundings)));
});
browser.permissions.onRemoved.addListener(() => attend(sites.reconcile()));
browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'managed') attend(follow());
  if (changes[keys.hide]?.newValue !== undefined) attend(sites.takeHidden());
});
browser.alarms.onAlarm.addListener(({ name }) => {
  if (name === OUTBOX_ALARM) attend(resume(surroundings));
  if (name === NEWS_ALARM) attend(refreshIfDue(surroundings, otherFeed));
});
addEventListener('online', () => attend(resumeOnline(surroundings)));
// Being listened to is enough: it starts the background with the browser, and after an install or update.
browser.runtime.onStartup.addListener(() => {});
browser.runtime.onInstalled.addListener(() => {});

attend(follow());
attend(sites.takeHidden());
attend(keepNewsAlarm());
attend(resume(surroundings));
attend(refreshIfDue(surroundings, otherFeed));

/** The message door: every message gets an answer. */
async function receive(message: unknown, sender: MessageSender) {
  const isShown = async (baseUrl: string) => (await sites.launcher(baseUrl)) === 'shown';
  const crm = await crmReaderFor(sender, isShown).catch(() => null);
  if (crm === null) return failure('not-allowed');
  attend(resume(surroundings));
  const service = withSiteForgotten(withOtherFeed(createService(surroundings, crm), otherFeed), crm.page, sites);
  return answer(asks ? withDataConsent(service, (feature) => leadToQuestion(sender, feature)) : service, message);
}

/** A frame cannot put the browser's question: the same panel in a tab can. */
async function leadToQuestion({ frameId = 0, tab }: MessageSender, feature: string): Promise<void> {
  if (frameId !== 0) await browser.tabs.create({ url: panelOver(tab?.id, feature) });
}

/** What is set reaches beyond the panel. */
function follow(): Promise<void> {
  return followSettings(surroundings, otherFeed, sites);
}

/** Work that nobody waits for: when it fails, the next wake-up tries it again. */
function attend(work: Promise<void>): void {
  work.catch((error: unknown) => console.error('Noticeboard:', error));
}
