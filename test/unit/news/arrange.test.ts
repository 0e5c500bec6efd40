import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrange } from '../../../widget/ui/news/arrange.ts';
import type { NewsItem } from '../../../widget/ui/news/feed.ts';

function item(id: string, more: Partial<NewsItem> = {}): NewsItem {
  const texts = { title: id, subtitle: '', summary: '', content: '' };
  return { id, link: undefined, date: undefined, kinds: [], affects: [], ...texts, ...more };
}
const ids = (items: readonly NewsItem[]) => items.map(({ id }) => id).join(' ');

const items = [
  item('old', { date: 1 }),
  item('seven', { date: 9, affects: ['7.0-7.5'] }),
  item('urgent', { date: 2, kinds: ['Security'], affects: ['8.0-8.4'] }),
  item('elsewhere', { date: 8, kinds: ['Security'], affects: ['7.5'] }),
  item('newest', { date: 10 }),
  item('undated'),
];
const all = { version: null, security: false };

test('News are listed newest first, those without a date last', () => {
  assert.equal(ids(arrange(items, new Set(), all, null).earlier), '');
  assert.equal(ids(arrange(items.slice(4), new Set(), all, null).fresh), 'newest undated');
});

test('A security item that concerns this CRM stands on top until it was read', () => {
  assert.equal(ids(arrange(items, new Set(), all, '8.4.0').fresh), 'urgent newest seven elsewhere old undated');
  const { fresh, earlier } = arrange(items, new Set(['urgent', 'newest']), all, '8.4.0');
  assert.equal(ids(fresh), 'seven elsewhere old undated');
  assert.equal(ids(earlier), 'newest urgent');
});

test('With the filter for its version, a CRM sees what is for it and what is for everyone', () => {
  const filter = { version: '8.4.0', security: false };
  assert.equal(ids(arrange(items, new Set(), filter, '8.4.0').fresh), 'urgent newest old undated');
});

test('Security only leaves the rest out', () => {
  const filter = { version: null, security: true };
  assert.equal(ids(arrange(items, new Set(), filter, '8.4.0').fresh), 'urgent elsewhere');
});
