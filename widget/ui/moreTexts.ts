/** The texts of `more.ts`; part of the catalogue in `texts.ts`. */
export const moreTexts = {
  settings: {
    thisCrm: 'This CRM',
    show: 'Show Noticeboard here',
    always: 'The CRM itself shows Noticeboard here, and names the hub.',
    fromToolbar: 'To show Noticeboard here, open it from the toolbar.',
    shownOn: 'Shown on',
    nowhere: 'No CRM',
    turnOff: 'Turn off',
    turnOffOn: (host: string) => ` on ${host}`,
  },

  policy: {
    text: 'Nothing but this table can be sent, and only once you pressed a button under a list of what goes.',
    nothing: 'Nothing. The news is fetched as it is published, without a word about you or this CRM.',
    always: 'Always: the message is made of it.',
    typed: 'Only if you type or add it.',
    personal: 'Personal.',
    switch: 'You can switch it off.',
    offer: 'Only if you switch it on.',
    never: 'No request carries a cookie, or the address of your CRM. The hub keeps no IP address.',
  },
} as const;
