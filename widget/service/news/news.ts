import type { Output, Service } from '../../contract/calls.ts';
import type { FailureCode } from '../../contract/failure.ts';
import { success } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import type { Page } from '../../contract/page.ts';
import { routes } from '../../contract/routes.ts';
import { askHub } from '../hub/hub.ts';
import { ownerOf, readerKey, readPage } from '../owner.ts';
import { StorageError } from '../storage/storageError.ts';
import type { PageReader, Surroundings } from '../surroundings.ts';
import { looksLikeFeed } from './looksLikeFeed.ts';
import { hasUnseenNews, keepNews, loadNews, loadRead, newsSeen, noteNewsSeen, noteRead } from './newsStore.ts';

/** The vendor's news, and what of it was read. */
export function newsHandlers(
  surroundings: Surroundings,
  read: PageReader,
): Pick<Service, 'news' | 'refreshNews' | 'markRead'> {
  const { database } = surroundings;
  return {
    async news() {
      const page = await readPage(read);
      const hub = await surroundings.hub();
      const due = await isDue(surroundings, hub);
      return success(await show(surroundings, hub, page, due ? await refresh(surroundings, hub, page) : null));
    },

    async refreshNews() {
      const page = await readPage(read);
      const hub = await surroundings.hub();
      return success(await show(surroundings, hub, page, await refresh(surroundings, hub, page)));
    },

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
export async function refreshIfDue(surroundings: Surroundings): Promise<void> {
  try {
    const hub = await surroundings.hub();
    const reader = readerKey(surroundings, null);
    const seen = await surroundings.database.read((transaction) => newsSeen(transaction, reader));
    if (seen === undefined || !(await isDue(surroundings, hub))) return;
    await refresh(surroundings, hub, null);
    const unseen = await surroundings.database.read((transaction) => hasUnseenNews(transaction, hub, reader));
    await surroundings.showUnseenNews(unseen);
  } catch (error) {
    // It was only a look; the next one comes.
    if (!(error instanceof StorageError)) console.error('Noticeboard:', error);
  }
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
