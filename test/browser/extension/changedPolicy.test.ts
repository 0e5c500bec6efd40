import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, describe, test } from 'node:test';
import { waitUntil } from '../harness/waitUntil.ts';
import { earlierSources } from './earlierSources.ts';
import type { Scene } from './scene.ts';
import { setUp } from './scene.ts';
import type { View } from './view.ts';
import { fill, press, says, textOf } from './view.ts';

/** The fields of which the question says that they are new. */
function newFields(view: View): Promise<string[]> {
  return view.evaluate(() =>
    [...document.querySelectorAll('.question li')]
      .filter((field) => field.querySelector('.new') !== null)
      .map(({ firstChild }) => firstChild?.textContent ?? ''),
  );
}

for (const name of ['chromium', 'firefox'] as const) {
  describe(`An update that lets feedback say more (${name})`, () => {
    let sources: string;
    let scene: Scene;
    let end: () => Promise<void>;
    before(async () => {
      sources = await earlierSources();
      ({ value: scene, end } = await setUp(name, { grants: false, sources }));
    });
    after(async () => {
      await end?.();
      await rm(sources, { recursive: true });
    });

    test('has the person asked again, who is shown what came to it; nothing goes before they agree', async () => {
      const { hub } = scene;
      const sent = async () => (await hub.stored()).map(({ fields }) => Object.keys(fields).toSorted().join());
      const page = await scene.open();
      const before = await scene.openPopup(page);
      await press(before, 'Toolbar only');
      await press(before, 'Feedback');
      await says(before, /What feedback may send/);
      assert.deepEqual(await newFields(before), []);
      await press(before, 'Go on');
      await fill(before, 'textarea[name=text]', 'Before the update');
      await press(before, 'Send feedback');
      await says(before, /Delivered at/);
      await fill(before, 'textarea[name=text]', 'Half a thought');
      await says(before, /14 characters/);
      await before.close();
      assert.deepEqual(await sent(), ['industry,installKey,text,version']);

      await scene.update();
      const popup = await scene.openPopup(page);
      await press(popup, 'Feedback');
      await says(popup, /What feedback may send has grown/);
      assert.deepEqual(await newFields(popup), ['System']);
      assert.equal(await popup.evaluate(() => document.querySelector('textarea')), null, 'there is no form yet');
      const posts = () => hub.requests.filter(({ method }) => method === 'POST').length;
      assert.equal(posts(), 1);
      await popup.close();
      const again = await scene.openPopup(page);
      await press(again, 'Feedback');
      await says(again, /has grown/);

      await press(again, 'Go on');
      await waitUntil(
        () => again.evaluate(() => document.querySelector('textarea')?.value === 'Half a thought'),
        'what was written is there',
      );
      await says(again, /System\s+Linux/);
      assert.equal(posts(), 1);
      await press(again, 'Send feedback');
      await waitUntil(async () => (await sent()).includes('industry,installKey,os,text,version'), 'the hub has it');
      await again.close();
      const last = await scene.openPopup(page);
      await press(last, 'Feedback');
      await says(last, /What will be sent/);
      assert.doesNotMatch(await textOf(last), /has grown/);
      await last.close();
      await page.close();
    });
  });
}
