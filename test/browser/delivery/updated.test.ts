import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withExtension } from '../extension/scene.ts';
import type { View } from '../extension/view.ts';
import { press, says } from '../extension/view.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { allArrive } from './allArrive.ts';
import { burst } from './burst.ts';

declare const chrome: {
  runtime: { sendMessage(question: object): Promise<{ value: { waiting: unknown[]; delivered: unknown[] } }> };
};

/** How many messages wait, and how many are listed with their receipts. */
function outboxOf(view: View): Promise<[waiting: number, delivered: number]> {
  return view.evaluate(async () => {
    const { value } = await chrome.runtime.sendMessage({ call: 'outbox', input: {} });
    return [value.waiting.length, value.delivered.length];
  });
}

withExtension('What was written, when the extension is updated', { grants: false }, (scene, name) => {
  // The request is read to its end by then; in the one case the hub has the message, in the other it never comes.
  for (const [at, fate] of ['reaches the hub all the same', 'is lost with the update'].entries()) {
    test(`in the middle of sending, arrives once where what was under way ${fate}`, async (t) => {
      const { hub } = scene();
      hub.fate = 'held';
      const before = hub.requests.length;
      const page = await scene().open();
      const popup = await scene().openPopup(page);
      const texts = await burst(popup, `Update ${at + 1} of ${name}`, 5);
      assert.equal(texts.length, 5);
      await waitUntil(
        () => hub.requests.slice(before).some(({ method }) => method === 'POST'),
        'the first is on its way',
      );
      await scene().update();
      hub.fate = 'delivered';
      if (at === 0) await hub.passHeldOn();
      else hub.dropHeld();
      await allArrive(t, hub, texts);

      const again = await scene().openPopup(page);
      await waitUntil(
        async () => String(await outboxOf(again)) === `0,${5 * (at + 1)}`,
        'none waits, all are delivered',
      );
      await press(again, `${5 * (at + 1)} are delivered`);
      await says(again, /Receipt/);
      await again.close();
      await page.close();
    });
  }
});
