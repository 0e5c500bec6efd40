import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { Hub } from '../dropin/hub.ts';
import { waitUntil } from '../harness/waitUntil.ts';

/** By then a lease has run out and an alarm has come, in milliseconds. */
const CALLED_AGAIN = 60_000;

/**
 * Waits until each text has its receipt, and counts: each is at the hub, and once. There may be more requests and receipts
 * than texts: Firefox's network layer repeats by itself what lost its connection without an answer. What counts is the rows.
 */
export async function allArrive(t: TestContext, hub: Hub, texts: readonly string[]): Promise<void> {
  const count = (requests: Hub['requests']) =>
    requests.filter(({ body }) => texts.some((text) => body.includes(text))).length;
  const hasReceipt = (text: string) => hub.acknowledged.some(({ body }) => body.includes(text));
  await waitUntil(() => texts.every(hasReceipt), 'all have their receipts', CALLED_AGAIN);
  const stored = (await hub.stored()).map(({ text }) => text).filter((text) => texts.includes(text ?? ''));
  const [sent, acknowledged] = [count(hub.requests), count(hub.acknowledged)];
  const twice = stored.length - new Set(stored).size;
  t.diagnostic(
    `accepted ${texts.length} · sent ${sent} · acknowledged ${acknowledged} · stored ${stored.length} · twice ${twice}`,
  );
  assert.deepEqual(stored.toSorted(), texts.toSorted());
}
