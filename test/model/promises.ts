import assert from 'node:assert/strict';
import type { Output } from '../../widget/contract/calls.ts';
import type { ModelHub } from './hub.ts';
import type { Ledger } from './ledger.ts';

/** All that can be looked at from outside, at one moment. */
export interface Sight {
  readonly ledger: Ledger;
  readonly hub: ModelHub;
  readonly outbox: Output<'outbox'>;
  /** What stands in the stored draft. */
  readonly draft: string;
  readonly defects: readonly string[];
}

/**
 * Every text that was accepted is at the hub exactly once or still visible, unless it was withdrawn; none lost, none twice, none
 * that was not sent; none "delivered" or "withdrawn" that is not.
 */
export function keepsItsPromises({ ledger, hub, outbox, draft, defects }: Sight): void {
  assert.ok(defects.length === 0, defects[0]);
  for (const { body } of hub.rows.values())
    assert.ok(ledger.shown.has(body), `only what was shown and sent is at the hub: ${body}`);

  const { delivered, withdrawn } = outbox;
  const waiting = outbox.waiting.filter(({ kind }) => kind === 'message');
  for (const { text, debt } of ledger.entries.values()) {
    const at = [...hub.rows].filter(([, { body }]) => body.includes(text)).map(([id]) => id);
    const atHub = at.length;
    // What is being withdrawn may have been written, and sent, once more.
    assert.ok(at.filter((id) => !ledger.withdrawn.has(id)).length <= 1, `twice at the hub: ${text}`);
    const visible = waiting.filter(({ excerpt }) => excerpt === text).length;
    assert.ok(visible <= 1, `twice in the outbox: ${text}`);
    if (debt === 'a place') assert.ok(atHub + visible > 0, `lost: ${text}`);
    if (debt === 'its form') assert.ok(atHub + visible > 0 || draft === text, `lost on its way to the form: ${text}`);
    const receipts = delivered.filter(({ excerpt }) => excerpt === text);
    if (receipts.length > 0) assert.equal(visible, 0, `delivered and yet waiting: ${text}`);
  }
  for (const { id, excerpt } of delivered) {
    const isThere = hub.rows.get(id)?.body.includes(excerpt) || ledger.givenUp.has(id);
    assert.ok(isThere, `delivered, says the outbox, but it was not: ${excerpt}`);
  }
  for (const { id, excerpt } of withdrawn) {
    assert.ok(!hub.rows.has(id), `withdrawn, says the outbox, but the hub has it: ${excerpt}`);
    assert.ok(ledger.withdrawn.has(id), `withdrawn, says the outbox, but nobody asked for it: ${excerpt}`);
  }
}

/** Once there is network, room and time: all is delivered or withdrawn, and the person was told, but for what was refused. */
export function hasFinished({ ledger, hub, outbox }: Sight): void {
  assert.deepEqual(
    outbox.waiting.filter(({ state }) => state !== 'refused').map(({ excerpt, state }) => `${state}: ${excerpt}`),
    [],
    'nothing waits for ever',
  );
  for (const { text, debt } of ledger.entries.values()) {
    if (debt !== 'a place') continue;
    const atHub = [...hub.rows.values()].filter(({ body }) => body.includes(text)).length;
    const refused = outbox.waiting.filter(({ kind, excerpt }) => kind === 'message' && excerpt === text).length;
    assert.ok(atHub + refused > 0, `neither delivered nor refused: ${text}`);
  }
  const refused = new Set(outbox.waiting.filter(({ kind }) => kind === 'withdrawal').map(({ id }) => id));
  for (const [id, since] of ledger.withdrawn) {
    const isLeft = since !== null && hub.rows.has(id) && !refused.has(id);
    assert.ok(!isLeft, `withdrawn, and yet at the hub: ${hub.rows.get(id)?.body}`);
  }
}
