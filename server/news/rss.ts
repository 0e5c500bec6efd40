import { AFFECTS } from '../../widget/contract/affects.ts';
import type { News, NewsItem } from './newsFile.ts';

/**
 * The news as RSS 2.0, newest first. The same news give the same text, byte for byte, so that a reader can tell by it
 * whether anything changed. `self` is the feed's own address.
 */
export function writeRss(news: News, self: string): string {
  const items = news.items.toSorted((a, b) => Date.parse(b.published) - Date.parse(a.published));
  const newest = items[0];
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/">',
    '<channel>',
    element('title', news.title),
    element('link', news.link),
    element('description', news.description),
    element('language', news.language),
    `<atom:link href="${escapeXml(self)}" rel="self" type="application/rss+xml"/>`,
    ...(newest ? [element('lastBuildDate', rfc822(newest.published))] : []),
    element('ttl', '360'),
    ...items.flatMap(itemLines),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function itemLines(item: NewsItem): string[] {
  return [
    '<item>',
    element('title', item.title),
    element('link', item.link),
    `<guid isPermaLink="false">${escapeXml(item.id)}</guid>`,
    element('pubDate', rfc822(item.published)),
    element('category', item.kind),
    ...(item.affects ? [`<category domain="${AFFECTS}">${escapeXml(item.affects)}</category>`] : []),
    element('description', item.summary),
    element('content:encoded', item.html),
    '</item>',
  ];
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** `Sat, 21 Nov 2026 09:00:00 GMT`: the form of RFC 822 with a year of four digits. */
function rfc822(date: string): string {
  return new Date(date).toUTCString();
}
