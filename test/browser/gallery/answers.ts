import type { CallName, Input, LogEntry, Output } from '../../../widget/contract/calls.ts';
import type { Answer } from '../../../widget/contract/failure.ts';
import { pictureSize } from '../../../widget/contract/picture.ts';
import { features } from '../../../widget/contract/policy.ts';
import { attached, facts, id, prepare } from './preview.ts';

/** What a service would answer: one reply for each call, which may look at what was asked. */
export type Answers = { [N in CallName]: (input: Input<N>) => Answer<Output<N>> };

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const nothing = () => yes({});

export const crm = {
  baseUrl: 'https://crm.acme.example/',
  product: 'vtiger',
  version: '8.4.0',
  company: 'Acme',
  administrator: true,
};
const { administrator: _, ...acme } = crm;
const test = { ...acme, baseUrl: 'https://test.acme.example/', version: '8.4.1', company: 'Acme test' };

const item = (title: string, date: string, body: string, more = '') =>
  `<item><title>${title}</title><guid isPermaLink="false">${title}</guid><pubDate>${date}</pubDate>` +
  `<link>https://vendor.example/news</link><description><![CDATA[${body}]]></description>${more}</item>`;
const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>https://vendor.example/</link>
<description>News</description>${[
  item(
    'Security update 8.4.1 is ready to install',
    'Fri, 20 Nov 2026 09:00:00 GMT',
    '<p>Closes a gap in how shared attachments are checked. Takes about ten minutes; no settings change.</p>',
    '<category>Security</category><category>8.0</category><category>8.4</category>',
  ),
  item(
    'Imports now remember your columns',
    'Tue, 17 Nov 2026 09:00:00 GMT',
    '<p>Save a mapping once and use it for every spreadsheet with the same headings.</p>',
    '<category>Release note</category><category>8.4</category>',
  ),
  item('Faster totals in long lists', 'Wed, 11 Nov 2026 09:00:00 GMT', '<p>Lists of more than 500 rows.</p>'),
].join('')}</channel></rss>`;

const recommendation = {
  module: 'StockWatch',
  compatible: 'yes',
  url: 'https://store.example/x',
  installed: false,
  installedVersion: null,
  dismissed: false,
} as const;
const extensions: Output<'recommendations'>['extensions'] = [
  {
    ...recommendation,
    id: 'stock-watch',
    name: 'Stock Watch',
    publisher: 'Northwind Labs',
    summary: 'Warns you before an item runs out.',
    reason: 'Because one in three manufacturers uses it.',
    price: null,
    worksWith: { from: '8.2', to: '8.4' },
    icon: 'box',
  },
  {
    ...recommendation,
    id: 'dial-bridge',
    name: 'Dial Bridge',
    publisher: 'Harbour Software',
    summary: 'Calls a contact with one click.',
    reason: 'Because it is new for 8.4.',
    price: { amount: 49.5, currency: 'USD', per: 'once' },
    compatible: 'no',
    worksWith: { from: '8.0', to: '8.3' },
    icon: 'phone',
  },
  {
    ...recommendation,
    id: 'quote-studio',
    name: 'Quote Studio',
    publisher: 'Harbour Software',
    summary: 'Quotes with part lists, signed online.',
    reason: 'Because it is new for 8.4 and fits your industry.',
    price: { amount: 12, currency: 'EUR', per: 'month' },
    worksWith: { from: '8.4' },
    icon: 'document',
  },
  {
    ...recommendation,
    id: 'field-mapper',
    name: 'Field Mapper',
    publisher: 'Lindqvist & Co',
    summary: 'Maps fields between modules.',
    reason: 'Because it fits your version.',
    price: null,
    worksWith: { from: '8.4' },
    icon: 'link',
    installed: true,
    installedVersion: '2.1',
  },
];

const now = Date.now();

/** A message in the outbox that waits, with what is different about it. */
export function message(difference: Partial<Output<'outbox'>['waiting'][number]>): Output<'outbox'>['waiting'][number] {
  return {
    id,
    kind: 'message',
    feature: 'feedback',
    excerpt: 'Please keep the old colours of the calendar, they told me at a glance what was whose',
    createdAt: now - 240_000,
    state: 'waiting',
    attempts: 1,
    nextAttemptAt: now + 40_000,
    failure: 'offline',
    detail: null,
    ...difference,
  };
}

export const delivered: Output<'outbox'>['delivered'][number] = {
  id,
  feature: 'feedback',
  excerpt: 'The new import is a joy.',
  receipt: { id, receivedAt: new Date(now).toISOString() },
  deliveredAt: now,
};

export const withdrawn: Output<'outbox'>['withdrawn'][number] = {
  id: '3f2b8c1e-5a4d-4c3b-9e7f-91d27c400e5b',
  feature: 'feedback',
  excerpt: 'Never mind, I found the switch.',
  withdrawnAt: now - 7_200_000,
};

const entry: LogEntry = {
  key: '1',
  at: now,
  purpose: 'feedback',
  method: 'POST',
  url: 'https://hub.example/v1/feedback',
  bytes: 412,
  status: 201,
  failure: null,
  answer: JSON.stringify(delivered.receipt),
  message: id,
  standing: 'delivered',
};
const fetched = { method: 'GET', bytes: 0, answer: '', message: null, standing: null, status: 200 };

/** A log with one of each. */
export const log: LogEntry[] = [
  entry,
  { ...entry, key: '2', at: now - 60_000, status: null, failure: 'offline', answer: '' },
  { ...entry, ...fetched, key: '3', at: now - 120_000, purpose: 'news', url: 'https://hub.example/v1/news.rss' },
  {
    ...entry,
    ...fetched,
    key: '4',
    at: now - 7_000_000,
    purpose: 'extensions',
    url: 'https://hub.example/v1/extensions?version=8.4.0&os=Debian+12&industry=Manufacturing',
  },
  {
    ...entry,
    key: '5',
    at: now - 7_200_000,
    purpose: 'withdrawal',
    url: 'https://hub.example/v1/withdrawals',
    bytes: 148,
    status: 200,
    answer: JSON.stringify({ id: withdrawn.id, withdrawnAt: new Date(now - 7_200_000).toISOString() }),
    message: withdrawn.id,
    standing: 'withdrawn',
  },
  { ...entry, key: '6', at: now - 7_300_000, message: withdrawn.id, standing: 'withdrawn' },
];
const sentBody = JSON.stringify({
  schema: 1,
  policy: 2,
  id,
  withdrawHash: 'b'.repeat(64),
  feature: 'feedback',
  fields: { text: 'The new import is a joy.', installKey: '4718203996112075814', version: '8.4.0', os: 'Debian 12' },
});

/** A browser whose person changed nothing, in front of a CRM that says what it is. */
export const settings: Output<'settings'> = {
  feed: null,
  switchedOff: [],
  lookForNews: true,
  side: null,
  feedTried: null,
  managed: [],
  installs: [{ baseUrl: crm.baseUrl, industry: null, os: { value: 'Debian 12', source: 'declared' } }],
  ofBrowser: true,
};

/** An administrator's CRM with a hub, where all is well. */
export const usual: Answers = {
  open: () =>
    yes({ hub: 'https://hub.example', crm, features, launcher: 'shown', sites: [acme, test], unseenNews: true }),
  connect: ({ hub }) => yes({ hub }),
  chooseLauncher: nothing,
  news: () => yes({ feed, fetchedAt: now, failure: null, read: ['Faster totals in long lists'] }),
  refreshNews: () => yes({ feed, fetchedAt: now, failure: null, read: [] }),
  markRead: nothing,
  recommendationFacts: () => yes({ rows: facts, address: 'https://hub.example/v1/extensions', agreed: true }),
  agreeToRecommendations: nothing,
  recommendations: () => yes({ extensions, fetchedAt: now, failure: null, unreadInstalled: null }),
  dismiss: nothing,
  restore: nothing,
  draft: () => yes({ typed: {}, switched: [] }),
  attach: ({ screenshot }) => {
    attached.bytes = screenshot === null ? null : pictureSize(screenshot);
    return yes({});
  },
  prepare: (input) => yes(prepare(input)),
  send: () => yes({ id }),
  outbox: () => yes({ waiting: [], delivered: [], withdrawn: [] }),
  retry: nothing,
  written: () => yes({ typed: { text: 'The new import is a joy.' }, message: sentBody }),
  edit: () => yes({ feature: 'feedback' }),
  leave: nothing,
  clearDelivered: nothing,
  withdrawal: ({ id }) => yes({ message: JSON.stringify({ schema: 1, id, secret: 'c'.repeat(64) }) }),
  withdraw: () => yes({ left: true }),
  log: ({ words }) => yes({ entries: log.filter(({ url }) => url.includes(words)), next: null }),
  sentBody: () => yes({ body: sentBody }),
  deleteLog: nothing,
  forget: nothing,
  forgetting: () => yes({ waiting: null }),
  agreement: () => yes({ agreed: true, fields: [] }),
  agree: nothing,
  settings: () => yes(settings),
  changeSettings: nothing,
  enter: nothing,
};
