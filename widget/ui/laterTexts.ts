import type { Source } from '../contract/page.ts';
import type { Field } from '../contract/policy.ts';
import { plural, spelled } from './shared/words.ts';

const sources: Record<Source, string> = {
  typed: 'You typed it',
  module: 'Noticeboard module in the CRM',
  declared: 'Stated in this page',
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
  title: 'Title',
  happened: 'What happened',
  expected: 'What you expected',
  severity: 'How bad it is',
  screenshot: 'Screenshot',
  email: 'E-mail',
  name: 'Name',
  installKey: 'Install key',
  version: 'CRM version',
  os: 'System',
  industry: 'Industry',
  disk: 'Disk space',
  php: 'PHP',
  database: 'Database',
  webServer: 'Web server',
  browser: 'Browser',
  extensions: 'Extensions',
  failedRequests: 'Failed requests',
  scriptErrors: 'Script errors',
};

/** The texts of what is loaded later; part of the catalogue in `texts.ts`. */
export const laterTexts = {
  sources,
  fields,
  loading: 'Loading…',
  log: 'What was sent',
  /** A text of the hub's own, told apart from ours. */
  hubSays: (words: string) => `The hub says: “${words}”`,

  disclosure: {
    title: 'What will be sent',
    count: (sent: number, all: number) => `${sent} of ${all} ${plural(all, 'field', 'fields')}`,
    field: 'Field',
    value: 'Value, and where it was read',
    send: 'Send',
    always: 'Always sent',
    characters: (count: number) => plural(count, '1 character', `${count} characters`),
    nothingTyped: 'Nothing typed',
    typeIt: 'You type it',
    personal: 'Personal: sent only if you type it',
    unreadable: 'Could not be read',
    malformed: 'Not sent like this',
    exact: 'The exact message',
    size: (bytes: string) => `JSON, ${bytes}`,
  },

  feedback: {
    label: 'Your feedback',
    placeholder: 'What works well, what is in your way?',
    email: 'E-mail',
    emailHint: 'optional, only if you would like an answer',
    emailExample: 'name@company.com',
    send: 'Send feedback',
    kept: 'A copy stays here until the hub confirms that it arrived.',
    empty: 'Write something first',
    tooLong: (most: string) => `At most ${most} characters`,
    noAt: 'An e-mail address has an @ in it',
    noDot: 'An e-mail address has a dot after the @',
    noEmail: 'This is not an e-mail address',
  },

  outbox: {
    title: 'Outbox',
    messages: (count: number) => plural(count, '1 message', `${count} messages`),
    none: 'Nothing waits, nothing was sent lately',
    waiting: '1 message waiting to be sent',
    sending: 'Sending 1 message',
    refused: '1 message could not be sent',
    delivered: (when: string) => `Delivered at ${when}`,
    withdrawn: (when: string) => `Withdrawn at ${when}`,
    withdrawal: {
      waiting: '1 withdrawal waiting to be sent',
      sending: 'Sending 1 withdrawal',
      refused: '1 withdrawal could not be sent',
    },
    parts: {
      refused: (count: number) => `${count} could not be sent`,
      sending: (count: number) => plural(count, '1 is being sent', `${count} are being sent`),
      waiting: (count: number) => plural(count, '1 is waiting', `${count} are waiting`),
      delivered: (count: number) => plural(count, '1 is delivered', `${count} are delivered`),
      withdrawn: (count: number) => plural(count, '1 is withdrawn', `${count} are withdrawn`),
    },
    states: { refused: 'Refused', sending: 'Sending', waiting: 'Waiting' },
    withdrawals: {
      refused: 'Withdrawal refused',
      sending: 'Withdrawal being sent',
      waiting: 'Withdrawal waiting',
    },
    isWithdrawn: 'Withdrawn. The vendor keeps nothing of it.',
    nextTry: (when: string) => `Next try ${when}.`,
    attempt: (count: number) => plural(count, 'First try.', `Try ${count}.`),
    canClose: 'You can close this window.',
    textKept: 'Your text is kept.',
    receipt: 'Receipt',
    copyReceipt: 'Copy receipt',
    copyText: 'Copy text',
    copied: 'Copied',
    notCopied: 'Could not be copied',
    tryNow: 'Try now',
    edit: 'Edit and send again',
    remove: 'Delete…',
    reallyRemove: 'Delete it with its text?',
    removeNow: 'Delete',
    keep: 'Keep',
    withdraw: 'Withdraw…',
    reallyWithdraw: 'Withdraw it? The vendor then keeps nothing of it.',
    withdrawNow: 'Withdraw',
    withdrawAgain: 'Withdraw again',
    leave: 'Leave it there',
    open: 'Open',
    delivereds: 'Delivered and withdrawn',
    clear: 'Clear list',
    note: 'Delivered messages are listed for 30 days. What you wrote and could not send stays until you delete it.',
    log: 'Everything that was sent',
  },

  extensions: {
    ask: 'Which extensions fit this CRM?',
    askText:
      'Your vendor’s hub answers with the ones that fit these facts. Nothing is asked before you press the button.',
    askNow: 'Show recommendations',
    asked: (count: number, facts: string) =>
      count === 0
        ? 'Asked without any fact'
        : plural(count, `Asked with one fact: ${facts}`, `Asked with ${spelled(count)} facts: ${facts}`),
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
    doesNotFit: 'Not for this version.',
    notForUs: 'Not for us',
    view: 'View',
    newTab: (name: string) => ` ${name} (new tab)`,
    dismissed: 'will not be suggested again',
    undo: 'Undo',
    installedHere: 'Installed here',
    installed: 'Installed',
    version: (version: string) => ` · version ${version}`,
    none: 'Nothing to recommend',
    noneText: 'Your vendor has no extension for this CRM at the moment.',
    failed: 'The recommendations could not be fetched',
  },

  connect: {
    title: 'Where is your vendor’s hub?',
    text: 'News comes from there, and what you choose to send goes there. Your vendor gives you the address.',
    label: 'Hub address',
    hint: 'Nothing is contacted before you press Connect.',
    connect: 'Connect',
    connected: 'Connected',
    notNow: 'Not now',
  },

  firstUse: {
    title: 'Show Noticeboard on this CRM?',
    text: (host: string) => `A small tab at the edge of ${host} opens it. Other sites stay out of reach.`,
    facts: [
      ['It reads', 'from the open page: the version, and whether you are an administrator'],
      ['It sends', 'nothing, until you press Send under a list of what goes'],
      ['It never takes', 'customer records, passwords, or your name unless you type it'],
    ],
    show: 'Show it here',
    toolbar: 'Toolbar only',
    later: 'You can change this at any time in Settings.',
    declined: 'The browser did not allow it. Noticeboard still opens from the toolbar.',
  },

  crms: {
    title: 'This page is not a CRM',
    text: 'Noticeboard wakes up only on a CRM that you allowed. It read nothing.',
    none: 'None yet: open your CRM, then Noticeboard from the toolbar.',
  },
} as const;
