import * as z from 'zod/mini';
import type { FailureCode } from '../../contract/failure.ts';
import { failureCodes } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import { askHub } from '../hub/hub.ts';
import { readerKey } from '../owner.ts';
import { loadSettings, loadStored } from '../settings/storedSettings.ts';
import { StorageError } from '../storage/storageError.ts';
import { readValue } from '../storage/value.ts';
import type { LoggedTransport, Surroundings } from '../surroundings.ts';
import { looksLikeFeed } from './looksLikeFeed.ts';
import { forgetRead } from './newsStore.ts';

const NAME = 'other feed';

const storedFeed = z.object({
  address: z.string(),
  /** As it last came; null when it never did. */
  feed: z.nullable(z.string()),
  triedAt: z.nullable(z.number()),
  failure: z.nullable(z.enum(failureCodes)),
  unseen: z.boolean(),
});
type StoredFeed = z.infer<typeof storedFeed>;

/** A news feed beside the hub's, in a home that may ask other hosts. None of it throws for what the network does. */
export interface OtherFeed {
  /** The feed as it last came, which with this has been seen; null when there is none. */
  show(): Promise<{ address: string; feed: string } | null>;
  /** Asks for it now, or when it is six hours old. */
  refresh(): Promise<void>;
  refreshIfDue(): Promise<void>;
  /** Whether it changed since it was last shown. */
  isUnseen(): Promise<boolean>;
  lastTry(): Promise<{ at: number; failure: FailureCode | null } | null>;
  /** Forgets what was kept of a feed that is not wanted any more. */
  forgetFormer(): Promise<void>;
}

/** What a feed from elsewhere needs of its home. */
export interface FeedDoor {
  /** Goes to the address itself: only the hub answers whoever has no origin. */
  readonly transport: LoggedTransport;
  /** Whether the browser lets us ask that address. */
  isGranted(address: string): Promise<boolean>;
  /** Gives the permission back, unless something else needs it. */
  giveBack(address: string): Promise<void>;
}

/** The feed that the person, or their organisation, added to the hub's. Kept apart from it, so that neither hides the other. */
export function createOtherFeed(surroundings: Surroundings, door: FeedDoor): OtherFeed {
  const { database, clock, managed } = surroundings;
  const reader = readerKey(surroundings, null);

  async function current(): Promise<StoredFeed | null> {
    const { feed: address } = await loadSettings(surroundings, reader);
    if (address === null) return null;
    const kept = await database.read((transaction) => readValue(transaction, NAME, storedFeed));
    return kept?.address === address ? kept : { address, feed: null, triedAt: null, failure: null, unseen: false };
  }

  async function fetchFeed(address: string): Promise<{ feed: string } | { failure: FailureCode }> {
    if (!(await door.isGranted(address))) return { failure: 'not-allowed' };
    const answer = await askHub({ transport: door.transport }, address, { purpose: 'feed', owner: null });
    if (!answer.ok) return answer;
    return looksLikeFeed(answer.value) ? { feed: answer.value } : { failure: 'not-a-hub' };
  }

  async function refresh(): Promise<void> {
    const before = await current();
    if (before === null) return;
    const answer = await fetchFeed(before.address);
    const set = (await managed()).feed;
    await database.write(async (transaction) => {
      // It may have been removed while it was on its way.
      const address = set === undefined ? (await loadStored(transaction, reader)).feed : set;
      if (address !== before.address) return;
      const tried = { ...before, triedAt: clock.now(), failure: null, ...answer };
      const unseen = before.unseen || (before.feed !== null && substance(before.feed) !== substance(tried.feed ?? ''));
      await transaction.put('values', { ...tried, unseen } satisfies StoredFeed, NAME);
    });
  }

  async function refreshIfDue(): Promise<void> {
    try {
      const kept = await current();
      const age = clock.now() - (kept?.triedAt ?? Number.NEGATIVE_INFINITY);
      if (age < 0 || age >= limits.newsAge) await refresh();
    } catch (error) {
      // It was only a look; the next one comes.
      if (!(error instanceof StorageError)) console.error('Noticeboard:', error);
    }
  }

  return {
    refresh,
    refreshIfDue,
    async show() {
      const kept = await current();
      if (kept?.unseen)
        await database.write((transaction) => transaction.put('values', { ...kept, unseen: false }, NAME));
      return kept && kept.feed !== null ? { address: kept.address, feed: kept.feed } : null;
    },
    isUnseen: async () => (await current())?.unseen ?? false,
    async lastTry() {
      const kept = await current();
      return kept && kept.triedAt !== null ? { at: kept.triedAt, failure: kept.failure } : null;
    },
    async forgetFormer() {
      const now = await current();
      const former = await database.write(async (transaction) => {
        const kept = await readValue(transaction, NAME, storedFeed);
        if (kept?.address === now?.address) return null;
        // What follows is remembered from now on, so that it can be forgotten.
        if (now) await transaction.put('values', now, NAME);
        else await transaction.delete('values', NAME);
        if (kept) await forgetRead(transaction, reader, kept.address);
        return kept?.address ?? null;
      });
      if (former !== null) await door.giveBack(former);
    },
  };
}

/** A feed without its times: many give every copy the hour at which it was made. */
function substance(feed: string): string {
  return feed.replace(/<(lastBuildDate|pubDate|updated|ttl|dc:date)\b[^>]*>[^<]*/g, '');
}
