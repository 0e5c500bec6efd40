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
  const owed = new Set(outbox.waiting.filter(({ kind }) => kind === 'withdrawal').map(({ id }) => id));
  for (const [id, since] of ledger.withdrawn) {
    const isLeft = since !== null && hub.rows.has(id) && !owed.has(id);
    assert.ok(!isLeft, `withdrawn, and yet at the hub: ${hub.rows.get(id)?.body}`);
  }
  for (const { text, debt } of ledger.entries.values()) {
    // Its id may have been given to other words since: refused there, these take its place once it is withdrawn.
    const replaced = waiting.filter(({ excerpt }) => excerpt !== text).map(({ id }) => id);
    const at = [...hub.rows]
      .filter(([id, { body }]) => body.includes(text) && !replaced.includes(id))
      .map(([id]) => id);
    // What is yet to be withdrawn, or may be, may have been written and sent once more.
    const toStay = at.filter((id) => !owed.has(id) && ledger.withdrawn.get(id) !== null);
    assert.ok(toStay.length <= 1, `twice at the hub: ${text}`);
    const visible = waiting.filter(({ excerpt }) => excerpt === text).length;
    assert.ok(visible <= 1, `twice in the outbox: ${text}`);
    const kept = keptAtHub(ledger, at) + visible;
    if (debt === 'a place') assert.ok(kept > 0, `lost: ${text}`);
    if (debt === 'its form') assert.ok(kept > 0 || draft === text, `lost on its way to the form: ${text}`);
    const receipts = delivered.filter(({ excerpt }) => excerpt === text);
    if (receipts.length > 0) assert.equal(visible, 0, `delivered and yet waiting: ${text}`);
  }
  for (const { id, excerpt } of delivered) {
    assert.ok(hub.acknowledged.has(id), `delivered, says the outbox, but no receipt was given: ${excerpt}`);
    const isThere = hub.rows.get(id)?.body.includes(excerpt);
    // Who gave up a withdrawal was told that it stays as it is, and the hub may have done it before.
    const mayBeWithdrawn = ledger.left.has(id) && hub.withdrawn.has(id);
    assert.ok(isThere || mayBeWithdrawn, `delivered, says the outbox, but it is not there: ${excerpt}`);
  }
  for (const { id, excerpt } of withdrawn) {
    assert.ok(!hub.rows.has(id), `withdrawn, says the outbox, but the hub has it: ${excerpt}`);
    assert.ok(ledger.withdrawn.has(id), `withdrawn, says the outbox, but nobody asked for it: ${excerpt}`);
  }
}

/** How many of these ids at the hub are to stay there, as far as the person knows. */
function keptAtHub({ withdrawn, left }: Ledger, ids: readonly string[]): number {
  return ids.filter((id) => !withdrawn.has(id) || left.has(id)).length;
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
    const atHub = [...hub.rows].filter(([, { body }]) => body.includes(text)).map(([id]) => id);
    const refused = outbox.waiting.filter(({ kind, excerpt }) => kind === 'message' && excerpt === text).length;
    assert.ok(keptAtHub(ledger, atHub) + refused > 0, `neither delivered nor refused: ${text}`);
  }
}
