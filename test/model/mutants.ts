import type { Mutant } from './service.ts';

const delivery = 'widget/service/outbox/delivery.ts';
const lease = 'widget/service/outbox/lease.ts';
const messages = 'widget/service/outbox/messages.ts';
const verdict = 'widget/service/outbox/verdict.ts';
const takeBack = 'widget/service/outbox/takeBack.ts';
const accept = 'widget/service/submissions/accept.ts';

const mutant = (name: string, file: string, from: string, to: string): Mutant => ({
  name,
  patches: [{ file, from, to }],
});

/** Services that each break one promise, as a careless change would. */
export const mutants: readonly Mutant[] = [
  mutant(
    'deletes before it sends',
    delivery,
    'const verdict = await underLease(',
    `await database.write((transaction) => transaction.delete('outbox', item.id));
    const verdict = await underLease(`,
  ),
  mutant(
    'forgets the lease',
    delivery,
    'if (lease && lease.holder !== holder) return { item: null',
    'if (false) return { item: null',
  ),
  mutant(
    'makes a new id on retry',
    delivery,
    'return saveItem(transaction, { ...changed, nextAttemptAt });',
    `const id = randomUuid();
    await transaction.delete('outbox', item.id);
    return saveItem(transaction, { ...changed, id, body: item.body.replace(item.id, id), nextAttemptAt });`,
  ),
  mutant('does not renew its lease', lease, 'schedule();\n  try {', 'try {'),
  {
    name: 'looks at the clock before its transaction has begun',
    patches: [
      {
        file: delivery,
        from: '  const items = await loadItems(transaction);\n  const waiting = items.filter',
        to: '  const early = clock.now();\n  const items = await loadItems(transaction);\n  const waiting = items.filter',
      },
      {
        file: delivery,
        from: 'liveLease(transaction, clock);\n  if (lease && lease.holder',
        to: 'liveLease(transaction, { ...clock, now: () => early });\n  if (lease && lease.holder',
      },
    ],
  },
  mutant('believes in a lease from the future', lease, ' && lease.expires <= now + LEASE_TERM', ''),
  mutant(
    'waits for a time that a jump of the clock put years away',
    delivery,
    ' || item.nextAttemptAt > now + LONGEST_WAIT',
    '',
  ),
  mutant('takes any receipt for its own', verdict, 'if (given?.id === id)', 'if (given)'),
  mutant(
    'takes any 200 for a receipt',
    verdict,
    "if (given?.id === id) return { kind: 'delivered', receipt: given };",
    "return { kind: 'delivered', receipt: given ?? { id, receivedAt: '2026-11-24T08:00:00.000Z' } };",
  ),
  mutant(
    'throws away what is refused',
    delivery,
    'return saveItem(transaction, { ...changed, refused: true, detail: verdict.detail });',
    "return transaction.delete('outbox', item.id);",
  ),
  mutant('says that it is kept before it is on the disk', accept, 'database.writeDurably(', 'database.write('),
  mutant('leaves no mark for the next page', accept, 'surroundings.noteWaiting(true);', ''),
  mutant(
    'does not know what it took already',
    accept,
    'if (waiting) return waiting.body === message;',
    'return false;',
  ),
  mutant('makes a new message of what was taken back', messages, 'isTaken ? null : { id, secret, tried }', 'null'),
  mutant('lets a late save of the form wipe out what was put back', messages, 'claimTurn(key, turn);', ''),
  mutant(
    'deletes what was refused, and leaves at the hub what an earlier try brought there',
    takeBack,
    '&& !message.tried) {',
    '&& (!message.tried || message.refused)) {',
  ),
  mutant(
    'leaves the earlier form of a message at the hub, whose id it gives up',
    messages,
    "await takeBack(transaction, surroundings, { ...item, excerpt: '' });",
    "await transaction.delete('outbox', id);",
  ),
  mutant(
    'forgets what went back into its form',
    messages,
    "await saveItem(transaction, { ...item, body: '', listed: false, draft: key });",
    "await transaction.delete('outbox', id);",
  ),
  {
    name: 'lets a form keep the id of what is withdrawn, and be sent under it',
    patches: [
      { file: takeBack, from: 'await endIdentity(transaction, message.draft, id);', to: '{}' },
      {
        file: accept,
        from: 'if (identity !== null && (await isTakenBack(transaction, identity.id))) {',
        to: 'if (false) {',
      },
    ],
  },
  mutant(
    'forgets how to withdraw what it once gave up to withdraw',
    messages,
    'await saveItem(transaction, { ...item, listed: false });',
    "await transaction.delete('outbox', id);",
  ),
  mutant(
    'withdraws the earlier form of a message, but not on the disk',
    messages,
    'const edited = await database.writeDurably(',
    'const edited = await database.write(',
  ),
  {
    name: 'asks nobody to call again',
    patches: [
      { file: takeBack, from: 'return wakeAt(clock.now() + SAFETY_WAKE);', to: 'return Promise.resolve();' },
      { file: delivery, from: 'await surroundings.wakeAt(surroundings.clock.now() + LEASE_TERM);', to: '' },
      { file: delivery, from: 'else await surroundings.wakeAt(step.wakeAt);', to: '' },
    ],
  },
  mutant(
    'withdraws from nowhere but the browser what may have been on its way',
    takeBack,
    "if ('tried' in message && !message.tried) {",
    "if ('tried' in message) {",
  ),
  mutant(
    'withdraws, but not on the disk',
    messages,
    'const withdrawn = await database.writeDurably(',
    'const withdrawn = await database.write(',
  ),
  {
    name: 'marks what leaves, but not on the disk',
    patches: [
      { file: delivery, from: 'let step = await database.writeDurably(', to: 'let step = await database.write(' },
      { file: delivery, from: '    step = await database.writeDurably(', to: '    step = await database.write(' },
    ],
  },
  mutant(
    'lets a late receipt undo a withdrawal that waits',
    delivery,
    "if (stored?.body === item.body) await transaction.delete('outbox', item.id);",
    "await transaction.delete('outbox', item.id);",
  ),
  mutant(
    'takes any word on a withdrawal for its own',
    verdict,
    'parseJson(withdrawn, text)?.id === id)',
    'parseJson(withdrawn, text))',
  ),
  mutant(
    'takes it for done that somebody else withdrew a message',
    verdict,
    'if (status >= 400 && status <= 499) {',
    "if (status === 410) return { kind: 'withdrawn' };\n  if (status >= 400 && status <= 499) {",
  ),
];
