import { plural } from './shared/words.ts';

/** The texts of `more.ts`; part of the catalogue in `texts.ts`. */
export const moreTexts = {
  settings: {
    thisCrm: 'This CRM',
    show: 'Show Noticeboard here',
    always: 'The CRM itself shows Noticeboard here.',
    fromToolbar: 'To show Noticeboard here, open it from the toolbar.',
    shownOn: 'Shown on',
    nowhere: 'No CRM',
    turnOff: 'Turn off',
    turnOffOn: (host: string) => ` on ${host}`,
  },

  agreement: {
    names: { feedback: 'feedback', issue: 'a report', newsletter: 'a sign-up' },
    first: (name: string) => `What ${name} may send`,
    changed: (name: string) => `What ${name} may send has grown`,
    text: 'This is all that may go to your vendor. You see every value before you press Send, and nothing goes until then.',
    changedText:
      'This is all that may go to your vendor from now on. What you have not been asked about before is marked.',
    choices: {
      always: 'Always',
      typed: 'Only if you type or add it',
      switch: 'Unless you switch it off',
      offer: 'Only if you switch it on',
    },
    isNew: 'New',
    never: 'Never',
    neverThis: 'customer records, passwords, cookies, the address of your CRM, your IP address',
    agree: 'Go on',
  },

  log: {
    text: 'Every request that left this browser for your vendor’s hub, as it left.',
    search: 'Search',
    purposes: {
      news: 'News',
      extensions: 'Extensions',
      feedback: 'Feedback',
      issue: 'Report',
      newsletter: 'Newsletter',
      withdrawal: 'Withdrawal',
      hub: 'Hub address tried',
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
    reallyRemove: 'Delete the log in this browser? Your vendor keeps what it has.',
    removeNow: 'Delete',
    forget: 'Forget this install',
    forgetText:
      'Withdraws all that was sent for this CRM, and then deletes what this browser knows of it: log, drafts, install key and agreements.',
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
    text: 'Nothing but this table can be sent, and only when you press Send under a list of what goes.',
    log: 'See what was sent',
    headers:
      'Every browser adds to every request what it is (User-Agent) and which languages you prefer (Accept-Language). The hub does nothing with them.',
    withdraw: 'What you sent you can withdraw at any time, from the outbox or from the list of what was sent.',
    nothing: 'Nothing. The news is fetched as it is published, without a word about you or this CRM.',
    always: 'Always: the message is made of it.',
    typed: 'Only if you type or add it.',
    personal: 'Personal.',
    switch: 'You can switch it off.',
    offer: 'Only if you switch it on.',
    never: 'No request carries a cookie, or the address of your CRM. The hub keeps no IP address.',
  },
} as const;
