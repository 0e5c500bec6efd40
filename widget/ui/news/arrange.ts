import type { NewsItem } from './feed.ts';
import { inRange } from './versions.ts';

export interface Filter {
  /** Only what is about this version; null: all. */
  readonly version: string | null;
  readonly security: boolean;
}

export function isSecurity(item: NewsItem): boolean {
  return item.kinds.some((kind) => kind.trim().toLowerCase() === 'security');
}

/** Whether it is about this version of the CRM; an item that names none is for everyone, and so is all with no CRM. */
export function concerns(item: NewsItem, version: string | null): boolean {
  return version === null || item.affects.length === 0 || item.affects.some((range) => inRange(version, range));
}

const newest = (one: NewsItem, other: NewsItem) => (other.date ?? 0) - (one.date ?? 0);

/**
 * What is listed, newest first, apart by whether it was read before the panel was opened. Among the new, security items
 * that concern the CRM's version come first.
 */
export function arrange(
  items: readonly NewsItem[],
  readBefore: ReadonlySet<string>,
  filter: Filter,
  version: string | null,
): { fresh: NewsItem[]; earlier: NewsItem[] } {
  const listed = items
    .filter((item) => concerns(item, filter.version) && (!filter.security || isSecurity(item)))
    .sort(newest);
  const fresh = listed.filter(({ id }) => !readBefore.has(id));
  const urgent = (item: NewsItem) => isSecurity(item) && concerns(item, version);
  return {
    fresh: [...fresh.filter(urgent), ...fresh.filter((item) => !urgent(item))],
    earlier: listed.filter(({ id }) => readBefore.has(id)),
  };
}
