import type { Output } from '../../../widget/contract/calls.ts';
import type { Answer, FailureCode } from '../../../widget/contract/failure.ts';
import type { Answers } from './answers.ts';
import { crm, delivered, log, message, settings, usual, withdrawn } from './answers.ts';
import { picture } from './picture.ts';

/** A state of the panel: what differs from the usual, and what is pressed to get there. */
export interface Scene {
  readonly answers?: Partial<Answers>;
  /** Labels of tabs and buttons, one after the other. */
  readonly press?: readonly string[];
  /** The toolbar popup asks to be shown on a CRM; the drawer cannot. */
  readonly popup?: true;
  /** The settings have a tab of their own, where a feed can be added. */
  readonly settingsTab?: true;
  /** What is loaded later cannot be had. */
  readonly cut?: true;
}

const yes = <T>(value: T): Answer<T> => ({ ok: true, value });
const no = (failure: FailureCode) => (): Answer<never> => ({ ok: false, failure });
const opened = (difference: Partial<Output<'open'>>): Partial<Answers> => ({
  open: (input) => {
    const answer = usual.open(input);
    return answer.ok ? yes({ ...answer.value, ...difference }) : answer;
  },
});
const outbox = (
  waiting: Output<'outbox'>['waiting'],
  delivered: Output<'outbox'>['delivered'] = [],
  withdrawn: Output<'outbox'>['withdrawn'] = [],
): Partial<Answers> => ({
  outbox: () => yes({ waiting, delivered, withdrawn }),
});
const set = (difference: Partial<Output<'settings'>>): Partial<Answers> => ({
  settings: () => yes({ ...settings, ...difference }),
});
const { baseUrl } = crm;
const listed = [
  { baseUrl, industry: null, os: null },
  { baseUrl: 'https://test.acme.example/', industry: null, os: null },
];
const entered: Output<'settings'>['installs'] = [
  {
    baseUrl,
    industry: { value: 'Plumbing', source: 'entered' },
    os: { value: 'Debian 12', source: 'entered' },
  },
];
const managed: Output<'settings'>['installs'] = [
  {
    baseUrl,
    industry: { value: 'Manufacturing', source: 'managed' },
    os: { value: 'Debian 12', source: 'managed' },
  },
];
const waiting = message({});
const sending = message({ id: '1', state: 'sending', attempts: 2, nextAttemptAt: null });
const refused = message({
  id: '2',
  state: 'refused',
  failure: 'refused',
  detail: 'Feedback for this product is closed.',
  nextAttemptAt: null,
});
const typed = {
  text: 'The new import is a joy. One wish: let me name a saved mapping, so that my colleagues know which supplier it is for.',
};

const reported = {
  title: 'Export stops at 500 contacts',
  happened: 'The file ends after row 500 without a message, in both CSV and Excel.',
  expected: 'All 2,140 rows of the list, as in 8.3.',
  severity: 'major',
};
const drafted = (draft: Output<'draft'>): Partial<Answers> => ({
  draft: () => {
    if (draft.typed.screenshot) usual.attach({ feature: 'issue', screenshot: draft.typed.screenshot });
    return yes(draft);
  },
});

const notAgreed: Partial<Answers> = {
  recommendationFacts: (input) => {
    const answer = usual.recommendationFacts(input);
    return answer.ok ? yes({ ...answer.value, agreed: false }) : answer;
  },
};

export const scenes = {
  news: {},
  'news offline': {
    answers: {
      news: (input) => {
        const answer = usual.news(input);
        return answer.ok ? yes({ ...answer.value, failure: 'offline' }) : answer;
      },
    },
  },
  'no news': { answers: { news: () => yes({ feed: null, fetchedAt: null, failure: 'offline', read: [] }) } },
  extensions: { press: ['Extensions'] },
  'extensions, one dismissed': { press: ['Extensions', 'Not for us: Dial Bridge'] },
  'extensions, first visit': { answers: notAgreed, press: ['Extensions'] },
  'extensions, exact address': { answers: notAgreed, press: ['Extensions', 'The exact address'] },
  'extensions offline': { answers: { recommendations: no('offline') }, press: ['Extensions'] },
  'extensions kept': {
    answers: {
      recommendations: (input) => {
        const answer = usual.recommendations(input);
        return answer.ok ? yes({ ...answer.value, failure: 'offline' }) : answer;
      },
    },
    press: ['Extensions'],
  },
  'extensions, installed ones not known': {
    answers: {
      recommendations: (input) => {
        const answer = usual.recommendations(input);
        if (!answer.ok) return answer;
        const extensions = answer.value.extensions.map((each) => ({
          ...each,
          installed: false,
          installedVersion: null,
        }));
        return yes({ ...answer.value, extensions, unreadInstalled: 'timeout' });
      },
    },
    press: ['Extensions'],
  },
  'no extensions': {
    answers: {
      recommendations: () => yes({ extensions: [], fetchedAt: Date.now(), failure: null, unreadInstalled: null }),
    },
    press: ['Extensions'],
  },
  feedback: { press: ['Feedback'] },
  'feedback, written': {
    answers: { draft: () => yes({ typed, switched: ['industry'] }) },
    press: ['Feedback', 'The exact message'],
  },
  'feedback, nothing read': {
    answers: {
      prepare: (input) => {
        const answer = usual.prepare(input);
        if (!answer.ok) return answer;
        const rows = answer.value.rows.map((row) =>
          row.field === 'text' || row.field === 'email' ? row : { ...row, value: null, source: null, sent: false },
        );
        return yes({ ...answer.value, rows });
      },
    },
    press: ['Feedback'],
  },
  'feedback, mistakes': {
    answers: { draft: () => yes({ typed: { email: 'ada@acme' }, switched: [] }) },
    press: ['Feedback', 'Send feedback'],
  },
  'feedback, no room': {
    answers: { draft: () => yes({ typed, switched: [] }), send: no('storage-full') },
    press: ['Feedback', 'Send feedback'],
  },
  report: { press: ['Report'] },
  'report, written': {
    answers: drafted({
      typed: { ...reported, screenshot: picture },
      switched: ['failedRequests', 'scriptErrors', 'industry'],
    }),
    press: ['Report', 'The exact message'],
  },
  'report, mistakes': {
    answers: drafted({ typed: { email: 'ada@acme' }, switched: [] }),
    press: ['Report', 'Send report'],
  },
  'report, picture edited': {
    answers: drafted({ typed: { ...reported, screenshot: picture }, switched: [] }),
    press: ['Report', 'Edit'],
  },
  newsletter: { press: ['Newsletter'] },
  'newsletter, written': {
    answers: drafted({ typed: { email: 'ada@acme.example', name: 'Ada' }, switched: [] }),
    press: ['Newsletter', 'The exact message'],
  },
  'newsletter, mistakes': { press: ['Newsletter', 'Sign up'] },
  waiting: { answers: outbox([waiting]) },
  sending: { answers: outbox([sending]) },
  delivered: { answers: outbox([], [delivered]) },
  refused: { answers: outbox([refused]) },
  'refused, to be deleted': { answers: outbox([refused]), press: ['Delete…'] },
  'refused for an earlier form': { answers: outbox([{ ...refused, failure: 'conflict', detail: null }]) },
  'not deleted': { answers: { ...outbox([refused]), withdraw: no('storage-full') }, press: ['Delete…', 'Delete'] },
  'not tried': { answers: { ...outbox([waiting]), retry: no('storage') }, press: ['Try now'] },
  'withdrawal refused': {
    answers: outbox([message({ kind: 'withdrawal', state: 'refused', failure: 'refused', detail: 'Wrong secret.' })]),
  },
  several: { answers: outbox([refused, waiting, sending]) },
  outbox: { answers: outbox([refused, waiting, sending], [delivered]), press: ['Open'] },
  'outbox, nothing works': {
    answers: {
      ...outbox([refused, waiting, { ...refused, id: '5', failure: 'conflict' }], [delivered]),
      clearDelivered: no('storage-full'),
      retry: no('storage'),
      edit: no('draft-in-the-way'),
    },
    press: ['Open', 'Clear list', 'Try now', 'Edit and send again'],
  },
  'outbox, with withdrawals': {
    answers: outbox(
      [
        message({ id: '3', kind: 'withdrawal' }),
        message({ id: '4', kind: 'withdrawal', state: 'refused', failure: 'refused', detail: 'Wrong secret.' }),
        waiting,
      ],
      [delivered],
      [withdrawn],
    ),
    press: ['Open'],
  },
  'delivered, to be withdrawn': { answers: outbox([], [delivered]), press: ['Withdraw…', 'What tells the hub'] },
  'withdrawal waiting': { answers: outbox([message({ kind: 'withdrawal' })]) },
  withdrawn: { answers: outbox([], [], [{ ...withdrawn, withdrawnAt: Date.now() }]) },
  log: { press: ['What is sent', 'See what was sent'] },
  'log, one opened': { press: ['What is sent', 'See what was sent', 'Feedback'] },
  'log, more than fits': {
    answers: { log: () => yes({ entries: log, next: '6' }), forgetting: () => yes({ waiting: 2 }) },
    press: ['What is sent', 'See what was sent'],
  },
  'no log': { answers: { log: () => yes({ entries: [], next: null }) }, press: ['What is sent', 'See what was sent'] },
  'to be forgotten': { press: ['What is sent', 'See what was sent', 'Forget…'] },
  'first feedback': { answers: { agreement: () => yes({ agreed: false, fields: [] }) }, press: ['Feedback'] },
  'feedback may send more': {
    answers: { agreement: () => yes({ agreed: false, fields: ['text', 'email', 'version'] }) },
    press: ['Feedback'],
  },
  'what is sent': { press: ['What is sent'] },
  settings: { press: ['Settings'], popup: true },
  'settings in a tab of their own': {
    answers: { ...opened({ crm: null, launcher: 'unasked' }), ...set({ installs: listed }) },
    press: ['Settings', 'Add'],
    settingsTab: true,
  },
  'settings with a feed that failed': {
    answers: set({
      feed: 'https://feeds.example/a-rather-long-address/of/a/feed/about/customer-relations.xml',
      feedTried: { at: Date.now(), failure: 'not-allowed' },
      switchedOff: ['newsletter'],
      installs: entered,
    }),
    press: ['Settings'],
    settingsTab: true,
  },
  'settings of an organisation': {
    answers: set({
      feed: 'https://intranet.example/news.xml',
      feedTried: { at: Date.now(), failure: null },
      switchedOff: ['newsletter'],
      side: 'start',
      managed: ['hub', 'crms', 'industry', 'os', 'feed', 'switchedOff', 'lookForNews', 'side'],
      installs: managed,
    }),
    press: ['Settings'],
    popup: true,
  },
  'settings where the CRM decides': {
    answers: { ...opened({ launcher: 'always', sites: [] }), ...set({ ofBrowser: false }) },
    press: ['Settings'],
  },
  'no hub where the CRM decides': {
    answers: { ...opened({ hub: null, launcher: 'always' }), news: no('no-hub') },
  },
  'no settings': { answers: { settings: no('storage') }, press: ['Settings'] },
  'not configured': { answers: opened({ hub: null }) },
  'not a hub': { answers: { ...opened({ hub: null }), connect: no('not-a-hub') }, press: ['Connect'] },
  'not a CRM': { answers: { ...opened({ crm: null, launcher: 'toolbar' }), ...outbox([waiting]) } },
  'not an administrator': { answers: opened({ crm: { ...crm, administrator: false } }) },
  'first use': { answers: opened({ launcher: 'unasked' }), popup: true },
  'settings cannot be had': { press: ['Settings'], cut: true },
  'news switched off': { answers: opened({ features: ['extensions', 'feedback'] }) },
  'everything switched off': { answers: opened({ features: [] }) },
  'could not start': { answers: { open: no('storage') } },
} satisfies Record<string, Scene>;

export type SceneName = keyof typeof scenes;
