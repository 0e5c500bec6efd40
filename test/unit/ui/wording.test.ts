import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { Row, WaitingMessage } from '../../../widget/contract/calls.ts';
import type { Tidings } from '../../../widget/ui/outbox/wording.ts';

let wording: typeof import('../../../widget/ui/outbox/wording.ts');
let mistakes: typeof import('../../../widget/ui/forms/mistakes.ts');
before(async () => {
  // Node 20 has no navigator; in a browser it says what the person reads.
  Object.defineProperty(globalThis, 'navigator', { value: { languages: ['de', 'en-GB'] }, configurable: true });
  wording = await import('../../../widget/ui/outbox/wording.ts');
  mistakes = await import('../../../widget/ui/forms/mistakes.ts');
});

const id = '3f2b8c1e-5a4d-4c3b-9e7f-8c010b6f2c1e';
const message = (difference: Partial<WaitingMessage>): WaitingMessage => ({
  id,
  kind: 'message',
  feature: 'feedback',
  excerpt: '',
  createdAt: 0,
  state: 'waiting',
  attempts: 1,
  nextAttemptAt: null,
  failure: null,
  detail: null,
  ...difference,
});
const receipt = { id, receivedAt: '2026-11-21T09:44:00Z' };
const delivered: Tidings['fresh'][number] = {
  id,
  feature: 'feedback',
  excerpt: '',
  receipt,
  deliveredAt: Date.parse(receipt.receivedAt),
};

describe('The strip', () => {
  test('says nothing when there is nothing to say', () => {
    assert.equal(wording.headline({ waiting: [], fresh: [] }), '');
  });

  test('says it in full of one message', () => {
    assert.equal(wording.headline({ waiting: [message({})], fresh: [] }), '1 message waiting to be sent');
    assert.match(wording.headline({ waiting: [], fresh: [delivered] }), /^Delivered at \d\d:\d\d$/);
  });

  test('counts several, the worst first', () => {
    const waiting = [message({}), message({ state: 'refused' }), message({}), message({ state: 'sending' })];
    assert.equal(
      wording.headline({ waiting, fresh: [delivered] }),
      '1 could not be sent, 1 is being sent, 2 are waiting, 1 is delivered',
    );
  });

  test('never speaks of delivery without a receipt', () => {
    for (const state of ['waiting', 'sending', 'refused'] as const) {
      assert.doesNotMatch(wording.spoken({ waiting: [message({ state })], fresh: [] }), /deliver|receipt/i);
    }
    assert.match(wording.spoken({ waiting: [], fresh: [delivered] }), /Receipt 8C01-0B6F-2C1E$/);
  });

  test('says why a message waits and when it is tried again', () => {
    const next = (milliseconds: number) =>
      wording.progress(message({ failure: 'offline', nextAttemptAt: Date.now() + milliseconds }));
    assert.equal(next(40_000), 'No connection. Next try in 40 seconds.');
    assert.equal(next(10 * 60_000), 'No connection. Next try in 10 minutes.');
    assert.equal(next(3 * 3_600_000), 'No connection. Next try in 3 hours.');
    assert.equal(next(-5_000), 'No connection. Next try now.');
  });
});

describe('A mistake in a field', () => {
  const row = (field: Row['field'], value: string | null, malformed = true): Row => ({
    field,
    value,
    source: 'typed',
    sent: false,
    malformed,
  });
  const text = (value: string | null) => mistakes.mistakeIn('feedback', row('text', value, value !== null));
  const email = (value: string) => mistakes.mistakeIn('feedback', row('email', value));

  test('is told by what is wrong with it', () => {
    assert.equal(text(null), 'Write something first');
    assert.equal(text('x'), 'At most 20,000 characters');
    assert.equal(email('ada'), 'An e-mail address has an @ in it');
    assert.equal(email('ada@acme'), 'An e-mail address has a dot after the @');
    assert.equal(email('ada @acme.example'), 'This is not an e-mail address');
  });

  test('is told by the field that it is missing in', () => {
    const missing = (field: Row['field']) => mistakes.mistakeIn('issue', row(field, null, false));
    assert.equal(missing('title'), 'Write something first');
    assert.equal(missing('severity'), 'Choose one first');
    assert.equal(missing('expected'), null);
    assert.equal(mistakes.mistakeIn('newsletter', row('email', null, false)), 'Write something first');
  });

  test('is none where the service found none', () => {
    assert.equal(mistakes.mistakeIn('feedback', row('email', 'ada@acme.example', false)), null);
    assert.equal(mistakes.mistakeIn('feedback', row('email', null, false)), null, 'an address may be left out');
  });
});
