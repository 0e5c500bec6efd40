import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitUntil } from '../harness/waitUntil.ts';
import { isOurs } from './drawer.ts';
import { enable } from './enable.ts';
import { writeReport } from './report.ts';
import { withExtension } from './scene.ts';
import type { View } from './view.ts';
import { choose, fill, press, says, textOf, writeFeedback } from './view.ts';

/** An install that does not say its industry. */
const silent = '/test/index.php?module=Home&view=DashBoard';

declare const chrome: { storage: { local: { get(): Promise<object> } } };

/** Everything that the extension keeps, one record a line. */
function kept(view: View): Promise<string[]> {
  return view.evaluate(async () => {
    const opening = indexedDB.open('noticeboard');
    const database: IDBDatabase = await new Promise((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const lines = [JSON.stringify(await chrome.storage.local.get())];
    for (const name of database.objectStoreNames) {
      const store = database.transaction(name).objectStore(name);
      const [keys, values] = await Promise.all(
        [store.getAllKeys(), store.getAll()].map(
          (reading) =>
            new Promise<unknown[]>((resolve) => {
              reading.onsuccess = () => resolve(reading.result);
            }),
        ),
      );
      for (const [at, value] of (values ?? []).entries()) lines.push(JSON.stringify([name, keys?.[at], value]));
    }
    database.close();
    return lines;
  });
}

withExtension('An install that is forgotten', { grants: true }, (scene, name) => {
  test('leaves nothing at the hub but which messages were withdrawn, and nothing that was written in the browser', async () => {
    const { hub } = scene();
    const page = await scene().open(silent);
    await enable(scene(), page);
    const popup = await scene().openPopup(page);
    await press(popup, 'Settings');
    await choose(popup, 'Industry', 'Legal');
    await says(popup, /Saved/);
    await popup.click('.back');
    await writeFeedback(popup, `Feedback of ${name}`);
    await press(popup, 'Send feedback');
    await waitUntil(async () => (await hub.stored()).length === 1, 'the hub has it');
    await writeReport(popup, `Report of ${name}`);
    await press(popup, 'Send report');
    await waitUntil(async () => (await hub.stored()).length === 2, 'the hub has it');
    await writeFeedback(popup, 'Half a thought');
    const sent = await hub.stored();
    const ids = sent.map(({ id }) => id);
    const key = sent[0]?.fields.installKey ?? '';
    assert.match(key, /^\d+$/);
    const personal = new RegExp([key, `of ${name}`, 'Half a thought', 'Legal'].join('|'));
    const numbers = new RegExp(ids.join('|'));
    assert.ok((await kept(popup)).filter((line) => personal.test(line)).length > 5, 'the browser knows much of it');

    await press(popup, 'What is sent');
    await press(popup, 'See what was sent');
    await press(popup, 'Forget…');
    await press(popup, 'Forget');
    const remains = async () => (await kept(popup)).filter((line) => personal.test(line));
    await waitUntil(async () => (await remains()).length === 0, 'nothing of it is left in the browser');
    await waitUntil(async () => !(await isOurs(page)), 'the launcher is gone with the rest');
    assert.deepEqual(
      (await kept(popup)).filter((line) => /crm\.test/.test(line)),
      [],
    );
    const tombstones = (await kept(popup)).filter((line) => numbers.test(line)).map((line) => JSON.parse(line));
    assert.deepEqual(
      tombstones.map(([store, , { excerpt, owner, listed }]) => [store, excerpt, owner, listed]),
      Array(2).fill(['withdrawn', '', null, false]),
      'only the numbers, which keep the messages from coming back',
    );
    await popup.close();

    const { withdrawn = [], ...others } = await hub.rows();
    assert.deepEqual(
      withdrawn.map((row) => Object.keys(Object(row)).toSorted().join()),
      Array(2).fill('id,withdrawn_at'),
    );
    assert.deepEqual(withdrawn.map((row) => Object(row).id).toSorted(), ids.toSorted());
    assert.doesNotMatch(JSON.stringify(others), personal);
    assert.doesNotMatch(JSON.stringify(others), numbers);

    const again = await scene().openPopup(page);
    await press(again, 'Toolbar only');
    await press(again, 'Feedback');
    await says(again, /What feedback may send/);
    await press(again, 'Go on');
    await says(again, /Install key\s+\d+\s+Random/);
    assert.doesNotMatch(await textOf(again), personal);
    await fill(again, 'textarea[name=text]', 'From somebody new');
    await press(again, 'Send feedback');
    const [fresh] = await waitUntil(async () => {
      const all = await hub.stored();
      return all.length > 0 && all;
    }, 'the hub has it');
    assert.match(fresh?.fields.installKey ?? '', /^\d+$/);
    assert.notEqual(fresh?.fields.installKey, key);
    await again.close();
    await page.close();
  });
});
