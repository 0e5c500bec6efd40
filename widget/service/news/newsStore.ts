import * as z from 'zod/mini';
import type { Transaction } from '../storage/database.ts';
import { readValue } from '../storage/value.ts';
import { newsReadName, newsSeenName } from '../storage/valueNames.ts';

/** Items whose reading is remembered, for one reader; the newest stay. */
const READ_MARKS = 2_000;

const storedNews = z.object({
  hub: z.string(),
  feed: z.string(),
  /** Rises when the text changes. */
  revision: z.number(),
  fetchedAt: z.number(),
});
export type StoredNews = z.infer<typeof storedNews>;

/** The feed of that hub as it last came. */
export async function loadNews(transaction: Transaction, hub: string | null): Promise<StoredNews | undefined> {
  const news = await readValue(transaction, 'news', storedNews);
  return news?.hub === hub ? news : undefined;
}

/** Keeps the feed in place of the last one. */
export async function keepNews(transaction: Transaction, hub: string, feed: string, fetchedAt: number): Promise<void> {
  const last = await readValue(transaction, 'news', storedNews);
  const same = last?.hub === hub && last.feed === feed;
  const revision = same ? last.revision : (last?.revision ?? 0) + 1;
  const news: StoredNews = { hub, feed, revision, fetchedAt };
  await transaction.put('values', news, 'news');
}

/** The revision that this reader last opened, 0 when there was none; undefined before the first time. */
export function newsSeen(transaction: Transaction, reader: string): Promise<number | undefined> {
  return readValue(transaction, newsSeenName(reader), z.number());
}

/** Whether the stored feed is another than the one that this reader last opened; false before the first time. */
export async function hasUnseenNews(transaction: Transaction, hub: string | null, reader: string): Promise<boolean> {
  const news = await loadNews(transaction, hub);
  const seen = await newsSeen(transaction, reader);
  return news !== undefined && seen !== undefined && news.revision !== seen;
}

export function noteNewsSeen(transaction: Transaction, reader: string, revision: number): Promise<void> {
  return transaction.put('values', revision, newsSeenName(reader));
}

/** The ids of the items that this reader read. */
export async function loadRead(transaction: Transaction, reader: string): Promise<string[]> {
  return (await readValue(transaction, newsReadName(reader), z.array(z.string()))) ?? [];
}

/** Forgets the marks of another feed's items, whose ids begin with its address. */
export async function forgetRead(transaction: Transaction, reader: string, address: string): Promise<void> {
  const marks = await loadRead(transaction, reader);
  const others = marks.filter((mark) => !mark.startsWith(`${address} `));
  await transaction.put('values', others, newsReadName(reader));
}

export async function noteRead(transaction: Transaction, reader: string, items: readonly string[]): Promise<void> {
  const marks = new Set(await loadRead(transaction, reader));
  for (const item of items) marks.add(item);
  await transaction.put('values', [...marks].slice(-READ_MARKS), newsReadName(reader));
}
