import type { Output, Service } from '../../contract/calls.ts';
import type { Answer, FailureCode } from '../../contract/failure.ts';
import { failure, success } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import type { Page } from '../../contract/page.ts';
import { routes } from '../../contract/routes.ts';
import { askHub } from '../hub/hub.ts';
import { ownerOf, readerKey, readPage } from '../owner.ts';
import { featuresOn } from '../settings/featuresOn.ts';
import { loadSettings } from '../settings/storedSettings.ts';
import { StorageError } from '../storage/storageError.ts';
import type { PageReader, Surroundings } from '../surroundings.ts';
import { looksLikeFeed } from './looksLikeFeed.ts';
import { hasUnseenNews, keepNews, loadNews, loadRead, newsSeen, noteNewsSeen, noteRead } from './newsStore.ts';
import type { OtherFeed } from './otherFeed.ts';

/** The vendor's news, and what of it was read. */
export function newsHandlers(
  surroundings: Surroundings,
  read: PageReader,
): Pick<Service, 'news' | 'refreshNews' | 'markRead'> {
  const { database } = surroundings;

  /** What is kept, once it was asked for anew where it is due. */
  async function latest(due: (hub: string | null) => Promise<boolean>): Promise<Answer<Output<'news'>>> {
    const page = await readPage(read);
    if (!(await isOn(surroundings, page))) return failure('not-allowed');
    const hub = await surroundings.hub();
    const failed = (await due(hub)) ? await refresh(surroundings, hub, page) : null;
    return success(await show(surroundings, hub, page, failed));
  }

  return {
    news: () => latest((hub) => isDue(surroundings, hub)),
    refreshNews: () => latest(async () => true),
    async markRead({ items }) {
      const reader = readerKey(surroundings, await readPage(read));
      await database.write((transaction) => noteRead(transaction, reader, items));
      return success({});
    },
  };
}

/**
 * Asks for the news when they are six hours old, if their reader opened them before: for a home with one reader that
 * looks by itself now and then. Never throws.
 */
export async function refreshIfDue(surroundings: Surroundings, otherFeed?: OtherFeed): Promise<void> {
  try {
    const hub = await surroundings.hub();
    const reader = readerKey(surroundings, null);
    const seen = await surroundings.database.read((transaction) => newsSeen(transaction, reader));
    const { lookForNews } = await loadSettings(surroundings, reader);
    if (seen === undefined || !lookForNews || !(await isOn(surroundings, null))) return;
    if (await isDue(surroundings, hub)) await refresh(surroundings, hub, null);
    await otherFeed?.refreshIfDue();
    await surroundings.showUnseenNews(await isAnyUnseen(surroundings, otherFeed));
  } catch (error) {
    // It was only a look; the next one comes.
    if (!(error instanceof StorageError)) console.error('Noticeboard:', error);
  }
}

/** Whether the hub's news or the feed added to it changed: for a home with one reader. */
export async function isAnyUnseen(surroundings: Surroundings, otherFeed: OtherFeed | undefined): Promise<boolean> {
  if (await isNewsUnseen(surroundings, await surroundings.hub(), null)) return true;
  return (await isOn(surroundings, null)) && ((await otherFeed?.isUnseen()) ?? false);
}

/** Whether the hub's news changed since whoever has that page in front last opened them; never while they are switched off. */
export async function isNewsUnseen(
  surroundings: Surroundings,
  hub: string | null,
  page: Page | null,
): Promise<boolean> {
  if (!(await isOn(surroundings, page))) return false;
  const reader = readerKey(surroundings, page);
  return surroundings.database.read((transaction) => hasUnseenNews(transaction, hub, reader));
}

async function isOn(surroundings: Surroundings, page: Page | null): Promise<boolean> {
  return (await featuresOn(surroundings, page)).includes('news');
}

async function isDue({ database, clock }: Surroundings, hub: string | null): Promise<boolean> {
  const news = await database.read((transaction) => loadNews(transaction, hub));
  const age = clock.now() - (news?.fetchedAt ?? Number.NEGATIVE_INFINITY);
  // News from the future were fetched before the clock was set back.
  return age < 0 || age >= limits.newsAge;
}

/** Fetches and keeps the feed, for whoever has that page in front. Null, or why what was kept before is still what there is. */
async function refresh(surroundings: Surroundings, hub: string | null, page: Page | null): Promise<FailureCode | null> {
  if (hub === null) return 'no-hub';
  const answer = await askHub(surroundings, hub + routes.news.path, { purpose: 'news', owner: page && ownerOf(page) });
  if (!answer.ok) return answer.failure;
  const feed = answer.value;
  if (!looksLikeFeed(feed)) return 'not-a-hub';
  await surroundings.database.write((transaction) => keepNews(transaction, hub, feed, surroundings.clock.now()));
  return null;
}

/** What is kept, which with this has been seen. */
async function show(
  surroundings: Surroundings,
  hub: string | null,
  page: Page | null,
  failed: FailureCode | null,
): Promise<Output<'news'>> {
  const reader = readerKey(surroundings, page);
  const shown = await surroundings.database.write(async (transaction) => {
    const news = await loadNews(transaction, hub);
    await noteNewsSeen(transaction, reader, news?.revision ?? 0);
    const marks = await loadRead(transaction, reader);
    return { feed: news?.feed ?? null, fetchedAt: news?.fetchedAt ?? null, failure: failed, read: marks };
  });
  await surroundings.showUnseenNews(false);
  return shown;
}
