import type { FailureCode } from '../contract/failure.ts';
import type { Source } from '../contract/page.ts';
import type { Feature, Field } from '../contract/policy.ts';

const failures: Record<FailureCode, string> = {
  offline: 'No connection.',
  timeout: 'The hub did not answer in time.',
  busy: 'The hub is busy.',
  'not-a-hub': 'No Noticeboard hub answered there.',
  refused: 'The hub did not take it.',
  conflict: 'The hub has another message under this number.',
  'too-large': 'It is too large.',
  'no-hub': 'No hub address is set.',
  'bad-address': 'The address begins with https://',
  'no-crm': 'This page is not a CRM.',
  'not-administrator': 'Only administrators can see this.',
  changed: 'What will be sent has changed. Look at it again, then send.',
  'draft-in-the-way': 'The form holds another text. Send it or empty it first.',
  gone: 'This message is no longer there.',
  'storage-full': 'This browser has no room left. Your text is still here: copy it, or make room.',
  storage: 'This browser could not store it.',
  'bad-call': 'Something went wrong.',
  'not-allowed': 'This page may not ask for that.',
  internal: 'Something went wrong.',
};

const sources: Record<Source, string> = {
  typed: 'You typed it',
  declared: 'Noticeboard module in the CRM',
  footer: 'Footer of this page',
  asset: 'Addresses of this page’s files',
  menu: 'Menu of this page',
  body: 'Attributes of this page',
  script: 'A script of this page',
  url: 'Address of this page',
  random: 'Random, kept in this browser',
};

const fields: Record<Field, string> = {
  text: 'Your text',
  email: 'E-mail',
  installKey: 'Install key',
  version: 'CRM version',
  os: 'System',
  industry: 'Industry',
};

const features: Record<Feature, string> = { news: 'News', extensions: 'Extensions', feedback: 'Feedback' };

const rules = new Intl.PluralRules('en');
const plural = (count: number, one: string, other: string) => (rules.select(count) === 'one' ? one : other);

/**
 * Every text that a person reads or hears, in English. A further language is a file with an object of the same type,
 * loaded when it is needed; components read `texts` while they draw, so it may replace these members before that.
 */
export const texts = {
  language: 'en',
  direction: 'ltr',
  failures,
  sources,
  fields,
  features,

  name: 'Noticeboard',
  close: 'Close',
  back: 'Back',
  tryAgain: 'Try again',
  /** A text of the hub's own, told apart from ours. */
  hubSays: (words: string) => `The hub says: “${words}”`,

  frame: {
    crms: 'Your CRMs',
    whatIsSent: 'What is sent',
    settings: 'Settings',
    openInTab: 'Open in a tab',
    fieldsSent: (sent: number, all: number) => `${sent} of ${all} ${plural(all, 'field', 'fields')}`,
    unread: (count: number) => `, ${count} unread`,
  },

  offline: {
    title: 'You are offline.',
    lastUpdated: (when: string) => `Last updated ${when}`,
  },
} as const;
