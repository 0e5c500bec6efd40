import type { FailureCode } from '../contract/failure.ts';
import type { Feature } from '../contract/policy.ts';
import { capital, plural, spelled } from './shared/words.ts';

const failures: Record<FailureCode, string> = {
  offline: 'No connection.',
  timeout: 'The hub did not answer in time.',
  busy: 'The hub is busy.',
  'not-a-hub': 'No Noticeboard hub answered there.',
  refused: 'The hub did not take it.',
  conflict: 'The hub has another message with this number.',
  'too-large': 'It is too large.',
  'no-hub': 'No hub address is set: enter it in Settings.',
  'bad-address': 'Begin the address with https://',
  'no-crm': 'This page is not a CRM.',
  'not-administrator': 'For administrators only.',
  changed: 'What will be sent has changed. Look again, then send.',
  'draft-in-the-way': 'The form holds another text. Send or empty it first.',
  gone: 'This message is no longer there.',
  'storage-full': 'This browser has no room left. Your text is still here.',
  storage: 'This browser could not store it.',
  'no-consent': 'The browser does not allow it. Open the form again.',
  'bad-call': 'Something went wrong.',
  'not-allowed': 'This is not allowed here.',
  internal: 'Something went wrong.',
};

const features: Record<Feature, string> = {
  news: 'News',
  extensions: 'Extensions',
  feedback: 'Feedback',
  issue: 'Report',
  newsletter: 'Newsletter',
};

/**
 * Every text that a person reads or hears, in English; those of `later.ts` and `more.ts` stand in `laterTexts.ts` and
 * `moreTexts.ts`. A further language is a file with objects of the same types, loaded when it is needed: components read
 * `texts` while they draw, so it may replace the members before that.
 */
export const texts = {
  language: 'en',
  direction: 'ltr',
  failures,
  features,

  name: 'Noticeboard',
  close: 'Close',
  back: 'Back',
  tryAgain: 'Try again',

  frame: {
    crms: 'Your CRMs',
    whatIsSent: 'What is sent',
    settings: 'Settings',
    openInTab: 'Open in a tab',
    unread: (count: number) => `, ${count} unread`,
    notLoaded: 'This could not be loaded',
  },

  offline: {
    title: 'You are offline.',
    lastUpdated: (when: string) => `Last updated ${when}`,
  },

  news: {
    forVersion: (version: string) => `For ${version}`,
    securityOnly: 'Security only',
    updated: (when: string) => `Updated ${when}`,
    refresh: 'Look for news',
    loading: 'Looking for news…',
    fresh: 'New',
    earlier: 'Earlier',
    markAllRead: 'Mark all as read',
    unread: 'Unread: ',
    untitled: 'Untitled',
    security: 'Security',
    affects: (versions: string) => `Affects ${versions}`,
    /** One version, from one to another, or from one on. */
    versions: ([from, to]: readonly string[]) =>
      to === undefined ? String(from) : to === '' ? `${from} and later` : `${from} to ${to}`,
    readOn: 'Read the full notice',
    none: 'No news yet',
    noneText: 'News from your vendor appears here.',
    noCopy: 'News appears here once there is a connection.',
    nothingFor: (version: string) => `Nothing new for ${version}`,
    otherVersions: (count: number) =>
      capital(`${spelled(count)} ${plural(count, 'item is', 'items are')} about other versions.`),
    noSecurity: 'No security news',
    otherNews: (count: number) =>
      capital(`${spelled(count)} ${plural(count, 'item is', 'items are')} about other things.`),
    showAllVersions: 'Show all versions',
    showAll: 'Show all news',
    notAFeed: 'This is not a news feed',
    notAFeedText: 'The hub sent something else.',
  },
} as const;
