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

/** Every text that was accepted is at the hub exactly once or still visible; none lost, none twice, none that was not sent. */
export function keepsItsPromises({ ledger, hub, outbox, draft, defects }: Sight): void {
  assert.ok(defects.length === 0, defects[0]);
  const bodies = [...hub.rows.values()].map(({ body }) => body);
  for (const body of bodies) assert.ok(ledger.shown.has(body), `only what was shown and sent is at the hub: ${body}`);

  const { waiting, delivered } = outbox;
  for (const { text, debt } of ledger.entries.values()) {
    const atHub = bodies.filter((body) => body.includes(text)).length;
    assert.ok(atHub <= 1, `twice at the hub: ${text}`);
    const visible = waiting.filter(({ excerpt }) => excerpt === text).length;
    assert.ok(visible <= 1, `twice in the outbox: ${text}`);
    if (debt === 'a place') assert.ok(atHub + visible > 0, `lost: ${text}`);
    if (debt === 'its form') assert.ok(atHub + visible > 0 || draft === text, `lost on its way to the form: ${text}`);
    const receipts = delivered.filter(({ excerpt }) => excerpt === text);
    if (receipts.length > 0) assert.equal(visible, 0, `delivered and yet waiting: ${text}`);
  }
  for (const { id, excerpt } of delivered) {
    assert.ok(hub.rows.get(id)?.body.includes(excerpt), `delivered, says the outbox, but it was not: ${excerpt}`);
  }
}

/** Once there is network, room and time: all is delivered, and the person was told, but for what the hub refused. */
export function hasFinished({ ledger, hub, outbox }: Sight): void {
  assert.deepEqual(
    outbox.waiting.filter(({ state }) => state !== 'refused').map(({ excerpt, state }) => `${state}: ${excerpt}`),
    [],
    'nothing waits for ever',
  );
  for (const { text, debt } of ledger.entries.values()) {
    if (debt !== 'a place') continue;
    const atHub = [...hub.rows.values()].filter(({ body }) => body.includes(text)).length;
    const refused = outbox.waiting.filter(({ excerpt }) => excerpt === text).length;
    assert.ok(atHub + refused > 0, `neither delivered nor refused: ${text}`);
  }
}
