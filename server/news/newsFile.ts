import * as z from 'zod/mini';
import { webAddress } from '../../widget/contract/catalogue.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML cannot hold.
const xmlText = z.string().check(z.regex(/^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\ud800-\udfff]*$/u));
const words = xmlText.check(z.regex(/\S/));

const item = z.strictObject({
  /** Never changes: by it a reader knows what was read. */
  id: z.string().check(z.regex(/^[\w.:/-]{1,200}$/)),
  title: words.check(z.maxLength(200)),
  link: webAddress,
  published: z.iso.datetime({ offset: true }),
  kind: z.enum(['Security', 'Release note', 'Event', 'Notice']),
  /** The CRM versions it is about: `8.4`, `8.0-8.4`, or `8.2-` for that and every later one. Absent: all. */
  affects: z.optional(z.string().check(z.regex(/^\d+(\.\d+)*(-(\d+(\.\d+)*)?)?$/))),
  /** One or two sentences of HTML. */
  summary: words.check(z.maxLength(1_000)),
  /** The whole text, in HTML. */
  html: words.check(z.maxLength(50_000)),
});
export type NewsItem = z.infer<typeof item>;

/** `server/data/news.json`, which the vendor edits. */
export const newsFile = z.strictObject({
  title: words,
  description: words,
  /** The vendor's page for people. */
  link: webAddress,
  language: z.string().check(z.regex(/^[a-z]{2}(-[a-z]{2})?$/)),
  items: z.array(item).check(
    z.maxLength(100),
    z.refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'two items have the same id'),
  ),
});
export type News = z.infer<typeof newsFile>;
