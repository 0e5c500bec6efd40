import * as z from 'zod/mini';
import type { News } from '../news/newsFile.ts';
import { SetupError } from '../setupError.ts';

/** A news item as it stands in an issue of the newsletter. */
const issueItem = z.object({ id: z.string(), title: z.string(), link: z.string(), summary: z.string() });
export type IssueItem = z.infer<typeof issueItem>;

/** An issue of the newsletter: what every subscriber gets alike. */
export const issue = z.object({
  subject: z.string().check(z.maxLength(200), z.regex(/^[^\p{Cc}]*[^\s\p{Cc}][^\p{Cc}]*$/u)),
  items: z.array(issueItem).check(z.minLength(1), z.maxLength(100)),
});
export type Issue = z.infer<typeof issue>;

/** What the database made of it. */
export const madeIssue = z.object({
  /** How many it goes to. */
  mails: z.number(),
  /** The time of the earlier issue of the same items, in ISO 8601: then no mail was made. Null when this is the first. */
  madeBefore: z.nullable(z.string()),
});
export type MadeIssue = z.infer<typeof madeIssue>;

/** Puts an issue together from the news. Without a subject it has the first item's title. Throws a SetupError for an unknown item. */
export function chooseItems(news: News, ids: readonly string[], subject: string | undefined): Issue {
  const items = [...new Set(ids)].map((id) => {
    const found = news.items.find((item) => item.id === id);
    if (!found) {
      throw new SetupError(`There is no news item ${id}. There are: ${news.items.map((item) => item.id).join(', ')}`);
    }
    return issueItem.parse(found);
  });
  const made = issue.safeParse({ subject: subject ?? items[0]?.title, items });
  if (!made.success) throw new SetupError('An issue needs at least one item, and a subject of one line.');
  return made.data;
}
