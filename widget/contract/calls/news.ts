import * as z from 'zod/mini';
import { failureCode, nothing, text, time } from './shared.ts';

const news = z.object({
  /** The feed as it came; null when none ever did. */
  feed: z.nullable(z.string()),
  fetchedAt: z.nullable(time),
  /** Why there is nothing newer. */
  failure: z.nullable(failureCode),
  /** Ids of the items that were read. */
  read: z.array(z.string()),
  /** The feed that was added to the hub's, as it last came. */
  other: z.optional(z.object({ address: z.string(), feed: z.string() })),
});

/** The news. */
export const newsCalls = {
  /** The stored feed, asked for anew when it is older than six hours. */
  news: {
    input: nothing,
    output: news,
  },
  /** As `news`, but asks the hub now. */
  refreshNews: { input: nothing, output: news },
  markRead: {
    input: z.object({ items: z.array(text).check(z.maxLength(1000)) }),
    output: nothing,
  },
};
