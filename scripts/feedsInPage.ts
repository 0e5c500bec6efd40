import type { NewsFeed, NewsItem } from '../widget/ui/news/feed.ts';
import { readFeed } from '../widget/ui/news/feed.ts';
import type { Part } from '../widget/ui/news/html.ts';
import type { RichText } from '../widget/ui/news/richText.ts';

const MARKS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>]/g, (mark) => MARKS[mark] ?? mark);

function html(part: Part): string {
  if (typeof part === 'string') return escaped(part);
  const { tag, href, parts } = part;
  if (tag === 'br' || tag === 'hr') return `<${tag} />`;
  const address = href === undefined ? '' : ` href="${escaped(href).replaceAll('"', '&quot;')}"`;
  return `<${tag}${address}>${parts.map(html).join('')}</${tag}>`;
}

const written = (text: RichText) => (typeof text === 'string' ? text : text.map(html).join(''));

function fieldsOf(entry: NewsFeed | NewsItem): Record<string, string> {
  return {
    title: written(entry.title),
    subtitle: written(entry.subtitle),
    link: entry.link ?? '',
    id: entry.id,
    // The summary of a feed is its subtitle.
    summary: written('summary' in entry ? entry.summary : entry.subtitle),
    content: 'content' in entry ? written(entry.content) : '',
  };
}

/** What the news reader makes of a feed, with its texts as HTML again: exactly what the panel would show. */
export function readInPage(feed: string, address: string): Record<string, Record<string, string>> {
  const reading = readFeed(feed, address);
  if (!reading.ok) return {};
  const [item] = reading.feed.items;
  return { feed: fieldsOf(reading.feed), ...(item ? { 'first item': fieldsOf(item) } : {}) };
}
