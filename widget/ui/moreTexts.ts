import type { Severity } from '../contract/fields.ts';
import type { UnreadReason } from '../contract/page.ts';
import { settingsTexts } from './settingsTexts.ts';
import { plural, spelled } from './shared/words.ts';

const severities: Record<Severity, string> = {
  minor: 'A small thing',
  major: 'It is in the way',
  critical: 'Work has stopped',
};

const unreadReasons: Record<UnreadReason, string> = {
  'not-administrator': 'it shows the list only to administrators who are logged in.',
  'no-crm': 'its list has a form that Noticeboard does not know.',
  offline: 'it could not be reached.',
  timeout: 'it did not answer in time.',
  busy: 'it is busy.',
  'too-large': 'its list is too long.',
};

const withFacts = (asked: string, count: number, facts: string) =>
  count === 0
    ? `${asked} without telling anything`
    : plural(count, `${asked} with one fact: ${facts}`, `${asked} with ${spelled(count)} facts: ${facts}`);

/** The texts of `more.ts`; part of the catalogue in `texts.ts`. */
export const moreTexts = {
  settings: settingsTexts,

  extensions: {
    ask: 'Which extensions fit this CRM?',
    askText:
      'Your vendor’s hub answers with the ones that fit these facts. Nothing is asked before you press the button.',
    exact: 'The exact address',
    askNow: 'Show recommendations',
    asking: (count: number, facts: string) => withFacts('Asking', count, facts),
    asked: (count: number, facts: string) => withFacts('Asked', count, facts),
    change: 'Change',
    free: 'Free',
    per: {
      once: (price: string) => `${price} once`,
      month: (price: string) => `${price} a month`,
      year: (price: string) => `${price} a year`,
    },
    worksWith: (from: string, to: string | undefined) =>
      to === undefined
        ? `Works with ${from} and later`
        : from === to
          ? `Works with ${from}`
          : `Works with ${from} to ${to}`,
    doesNotFit: 'Does not fit this CRM.',
    notForUs: 'Not for us',
    view: 'View',
    newTab: (name: string) => ` ${name} (new tab)`,
    dismissed: 'will not be suggested again',
    undo: 'Undo',
    installedHere: 'Installed here',
    installed: 'Installed',
    unreadInstalled: (reason: UnreadReason) =>
      `What is installed already is not marked. The CRM was asked, but ${unreadReasons[reason]}`,
    version: (version: string) => ` · version ${version}`,
    none: 'Nothing to recommend',
    noneText: 'Your vendor has no extension for this CRM at the moment.',
    failed: 'The recommendations could not be fetched',
  },

  agreement: {
    names: { feedback: 'feedback', issue: 'a report', newsletter: 'a sign-up' },
    first: (name: string) => `What ${name} may send`,
    changed: (name: string) => `What ${name} may send has grown`,
    text: 'This is all that may go to your vendor. You see every value before you press Send, and nothing goes until then.',
    changedText: 'This is all that may go to your vendor from now on. What is new, or goes more freely, is marked.',
    choices: {
      always: 'Always',
      typed: 'Only if you type or add it',
      switch: 'Unless you switch it off',
      offer: 'Only if you switch it on',
    },
    isNew: 'New',
    never: 'Never',
    neverThis:
      'cookies; and nobody keeps your IP address. Customer records, passwords and the address of your CRM go only if you write them yourself, or show them in what you add.',
    agree: 'Go on',
    declined: 'The browser did not allow it. Press the button to be asked again.',
  },

  log: {
    text: 'Every request to the hub, and to a feed that you added, as it left.',
    search: 'Search',
    purposes: {
      news: 'News',
      extensions: 'Extensions',
      feedback: 'Feedback',
      issue: 'Report',
      newsletter: 'Newsletter',
      withdrawal: 'Withdrawal',
      hub: 'Hub address tried',
      feed: 'Further news feed',
    },
    none: 'Nothing was sent',
    noneText: 'What leaves this browser from now on is listed here.',
    notFound: 'Nothing that was sent contains this',
    standings: {
      waiting: 'Waiting',
      refused: 'Refused',
      delivered: 'Delivered',
      withdrawing: 'Withdrawal waiting',
      'not-withdrawn': 'Withdrawal refused',
      withdrawn: 'Withdrawn',
    },
    answered: (status: number) => `Answered ${status}`,
    unanswered: 'No answer noted',
    address: 'Address',
    body: (bytes: string) => `Sent, ${bytes}`,
    bodyGone: 'What it carried is no longer here.',
    noBody: 'Sent: nothing but this address',
    answer: 'Answer',
    older: 'Show older',
    export: 'Export as JSON',
    remove: 'Delete the log…',
    reallyRemove:
      'Delete the log in this browser? That takes nothing back: your vendor keeps what you sent. What it should not keep, withdraw first.',
    removeNow: 'Delete',
    forget: 'Forget this install',
    forgetText:
      'Withdraws all that was sent for this CRM, and then deletes what this browser knows of it: log, drafts, install key, agreements, and that it is shown there, if you switched that on. A newsletter sign-up made in the extension is yours, not this CRM’s: it stays, listed in the outbox until you withdraw it there.',
    forgetNow: 'Forget…',
    reallyForget: 'Withdraw everything and forget this CRM? What waits and was never sent is deleted.',
    forgetYes: 'Forget',
    forgotten: 'Forgotten',
    forgetting: (count: number) =>
      plural(
        count,
        'This CRM is being forgotten: 1 withdrawal waits to be sent.',
        `This CRM is being forgotten: ${count} withdrawals wait to be sent.`,
      ),
  },

  policy: {
    text: 'Nothing but this table can be sent, and only once you pressed a button under a list of what goes.',
    log: 'See what was sent',
    headers:
      'Every browser adds to every request what it is (User-Agent) and which languages you prefer (Accept-Language). The hub does nothing with them.',
    withdraw:
      'What you sent you can withdraw: for 30 days from the outbox, and from the list of what was sent until you delete that.',
    nothing: 'Nothing. The news is fetched as it is published, without a word about you or this CRM.',
    always: 'Always: the message is made of it.',
    typed: 'Only if you type or add it.',
    personal: 'Personal.',
    switch: 'You can switch it off.',
    offer: 'Only if you switch it on.',
    never:
      'No request carries a cookie, nor the address of your CRM unless you write or show it. The hub keeps no IP address.',
  },

  firstUse: {
    title: 'Show Noticeboard on this CRM?',
    text: (host: string) => `A small tab at the edge of ${host} opens it. Other sites stay out of reach.`,
    facts: [
      ['It reads', 'what the open page says of the CRM: version, company, module, your user number and role'],
      ['It sends', 'nothing, until you press Send under a list of what goes'],
      ['It leaves alone', 'customer records, passwords and your name: they go only if you write or show them'],
    ],
    show: 'Show it here',
    toolbar: 'Toolbar only',
    later: 'You can change this at any time in Settings.',
    declined: 'The browser did not allow it. Noticeboard still opens from the toolbar.',
  },

  crms: {
    title: 'This page is not a CRM',
    text: 'Noticeboard looked for the marks of a CRM here, found none, and kept nothing of this page.',
    none: 'None yet: open your CRM, then Noticeboard from the toolbar.',
  },

  report: {
    severities,
    optional: 'optional',
    capture: 'Take one of this page',
    choose: 'Choose a file',
    chooseInTab: 'Choose a file in a tab',
    pasteOrDrop: 'Or paste or drop a picture here. You can black out parts before it is stored.',
    refused: 'The browser gave no picture of this page. Paste or choose one.',
    preview: 'The screenshot, in small',
    edit: 'Edit',
    remove: 'Remove',
    cancel: 'Cancel',
    send: 'Send report',
  },

  newsletter: {
    text: 'Your vendor’s news by e-mail. First comes a mail with a button; only once you press it are you subscribed. Nothing about you or this CRM goes along but what stands below.',
    send: 'Sign up',
    note: 'A mail asks you to confirm. If none comes, look into the spam folder or try again tomorrow. One click in any issue ends it.',
  },
} as const;
