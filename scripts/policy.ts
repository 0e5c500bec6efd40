import { writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { defaultDays, retentionTable } from '../server/retention/kinds.ts';
import { browserHeaders } from '../widget/contract/browserHeaders.ts';
import type { Choice, Feature } from '../widget/contract/policy.ts';
import { features, POLICY_VERSION } from '../widget/contract/policy.ts';
import { explained } from '../widget/contract/reasons.ts';
import { laterTexts } from '../widget/ui/laterTexts.ts';
import { aligned } from './markdown.ts';

const titles: Record<Feature, string> = {
  news: 'News',
  extensions: 'Extensions',
  feedback: 'Feedback',
  issue: 'Report an issue',
  newsletter: 'Newsletter',
};

const about: Record<Feature, string> = {
  news: `Nothing. The news is fetched as it is published, without a word about you or your CRM. A further feed that you enter in the
browser extension is fetched in the same way, from its own address, each time as if for the first time.`,
  extensions: 'For administrators, once they agreed to it:',
  feedback: 'When you press Send under the list of what goes:',
  issue: 'When you press Send under the list of what goes:',
  newsletter: 'When you press Send under the list of what goes. Nothing about your CRM goes with it:',
};

const deciders: Record<Choice, string> = {
  always: 'always: it is what you send',
  typed: 'only if you type or add it',
  switch: 'you can switch it off',
  offer: 'only if you switch it on',
};

const headers = Object.entries(browserHeaders).map(([tells, names]) => [
  tells,
  names.map((name) => `\`${name}\``).join(', '),
]);

/** PRIVACY.md: what the policy table says, in words. */
export function privacyText(): string {
  return `# Privacy

Noticeboard sends to one place, your vendor’s hub, and only what stands in the tables below: no other field can be sent, because the
messages are made from these very tables. You see each value, and the exact message, before you press Send.

This is version ${POLICY_VERSION} of the policy. \`npm run policy\` writes it from \`widget/contract/policy.ts\`. When a later version has
more fields for a feature, or lets one go more freely, you are asked again before you use it, and these are marked.

${features.map(section).join('\n\n')}

## What is personal

Your e-mail address and your name, and nothing else. Both are optional, except that a newsletter needs an address to go to. Both
are only ever typed by you, never read from a page. What you write, and a screenshot that you add, may say more about you: that is yours to decide.

The install key is a number that stands for your CRM: unique for each install, random or derived so that nothing can be read from it, and
not your name. Switched off, it does not go.

## What never goes

- An IP address. No part of Noticeboard collects, stores or logs one: not the browser’s part, and not the hub, whose database has no
  column for it and which writes no access log. That a request comes from some address is how the internet works; nothing is made of it.
- A cookie.
- The address of your CRM or of the page you are on, customer records, passwords: Noticeboard takes none of them for a message. They go
  only if you write them yourself, or they are to be seen in what you add: a picture, or the page’s errors. Of errors, the query of every
  address and whatever looks like an e-mail address, a token or a number of more than six digits is taken out before you see them, but a
  name in the words of an error stays. All of it stands in the list before you send it.

## What every browser adds

A browser adds lines of its own to every request, and no program can leave them out. These are the ones; no browser adds all of them, and
our tests look through what Chromium and Firefox send for any other:

${aligned(['It tells', 'By'], headers).join('\n')}

\`Origin\` says \`null\`, or in Chromium the id of the extension, which is the same for everybody, however it was installed. \`If-None-Match\` is the hub’s own mark, made
of what it publishes and so the same for everybody. There is no \`Referer\` and no \`Cookie\`. The hub answers that mark with “unchanged” where
it is so, and uses other lines for no more than to read the request and to answer in a form that the browser takes. It keeps none of them.

That mark is the hub’s word to your browser, and a hub that is not as we publish it could give each browser another one, and so know it again
when it asks for news or recommended extensions, though not who uses it. It is never sent with what you write, nor to a further feed, and
the browser drops it with its cache.

The scripts of the drop-in come from the hub, too, or from your CRM where its module brought them. Such a request says which file is wanted, and no more.

## What stays in your browser

A log of every request to the hub, and to a feed that you added, byte for byte, with its answer, under “What was sent”. You can search it,
save it as a file and delete it. Not in it are the scripts that the drop-in loads from the hub, the browser’s own questions before a request
(OPTIONS, without a body), and what could not be noted because the disk was full.
To delete it takes nothing back: the hub keeps what you sent until you withdraw it.
What waits to be sent, the receipts of what arrived, drafts with what you switched on for them, what you agreed to, the news and which of it you read stay here as well.

Other users of the same CRM in the same browser do not see yours, where the CRM’s page says who is signed in, as vtiger’s pages do. Where a
page does not, the drop-in cannot tell them apart: whoever uses that CRM in the same profile of the browser shares drafts, outbox and log.

The CRM itself is asked too, in your own session, as its pages do: for the list of Module Manager when you open Extensions or a report as an
administrator, and, where the CRM has the Noticeboard module, for what that says of the install. What it answers stays here unless a form shows it.

## How long the hub keeps it

Until you withdraw it, or the vendor deletes it, and no longer than this. The vendor may set other periods. A newsletter that you
confirmed has no end by itself: your address, and your name if you gave it, are kept until you unsubscribe.
Of a sign-up the hub keeps the day and not the time: what else you sent at that moment is not to be found by it.

${retentionTable(defaultDays)}
## How to take something back

“Withdraw…” stands beside whatever you sent: in the outbox for 30 days, and in the log until you delete that. It works without a connection (it then goes before anything else),
before delivery, and when the hub’s receipt was lost. The hub deletes the message and keeps nothing of it but that its number was withdrawn.

Deleted, here and above, means that from that moment nobody finds it in the hub’s database. The bytes on the disk are erased within the hour
where the hub uses its own database; where the vendor runs PostgreSQL for it, that is up to the vendor, as are backups of either.

“Forget this install” under “What was sent” withdraws all that was sent for one CRM, and then deletes what this browser knows of it,
but for the random numbers of the withdrawn messages, which keep a late answer from bringing them back.
A newsletter sign-up made in the extension is no CRM’s: it stays, and is listed in the outbox until you withdraw it there. That also ends
a subscription that you confirmed. Once you clear the outbox’s list, it keeps nothing of your words, only what it takes to withdraw them.
`;
}

function section(feature: Feature): string {
  const fields = explained(feature);
  const lines = [`## ${titles[feature]}`, '', about[feature]];
  if (fields.length === 0) return lines.join('\n');
  const rows = fields.map(({ field, reason, personal, choice }) => [
    laterTexts.fields[field],
    reason,
    personal ? 'yes' : 'no',
    deciders[choice],
  ]);
  return [...lines, '', ...aligned(['Field', 'What for', 'Personal', 'Sent'], rows)].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await writeFile('PRIVACY.md', privacyText());
