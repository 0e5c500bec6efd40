import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikeFeed } from '../../../widget/service/news/looksLikeFeed.ts';

const feeds = [
  '<?xml version="1.0"?><rss version="2.0"><channel/></rss>',
  '\n junk before <!-- a --><RSS>',
  '<feed xmlns="http://www.w3.org/2005/Atom"/>'.replace('/>', '></feed>'),
  '<atom:feed xmlns:atom="http://www.w3.org/2005/Atom">',
  '<rdf:RDF xmlns:rdf="x">',
  '<rss><channel><description>&lt;html> <html> </description></channel></rss>',
];
for (const feed of feeds) test(`a feed: ${feed.trim().slice(0, 40)}`, () => assert.ok(looksLikeFeed(feed)));

const others = [
  '',
  '{"feed": []}',
  'rss',
  '<!doctype html><html><body>Please log in to the hotel network</body></html>',
  '<HTML><head><title>rss</title></head><body>See our <rss> feed</body>',
  '<feedback/>',
];
for (const other of others) test(`no feed: ${other.slice(0, 40) || 'nothing'}`, () => assert.ok(!looksLikeFeed(other)));
