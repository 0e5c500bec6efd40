import type { Output } from '../../contract/calls.ts';
import type { NewsItem } from './feed.ts';
import { readFeed } from './feed.ts';
import { plainText } from './richText.ts';

/**
 * Reads the stored news: the hub's, and those of the feed that was added to them, named after it and with ids that no item
 * of the hub's has. `items` is null where neither is a feed; `notAFeed` when the hub's is none.
 */
export function readNews({ feed, other }: Pick<Output<'news'>, 'feed' | 'other'>): {
  items: readonly NewsItem[] | null;
  notAFeed: boolean;
} {
  const hub = feed === null ? null : readFeed(feed);
  let items: readonly NewsItem[] | null = hub?.ok ? hub.feed.items : null;
  if (other) {
    const { address } = other;
    const added = readFeed(other.feed, address);
    if (added.ok) {
      const from = plainText(added.feed.title) || address;
      items = [...(items ?? []), ...added.feed.items.map((item) => ({ ...item, id: `${address} ${item.id}`, from }))];
    }
  }
  return { items, notAFeed: hub?.ok === false };
}
