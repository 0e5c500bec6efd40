import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launchers } from './drawer.ts';
import { enable } from './enable.ts';
import { withExtension } from './scene.ts';
import type { View } from './view.ts';
import { openFeedback, press, says, textOf, writeFeedback } from './view.ts';

const copyPage = '/test/index.php?module=Contacts&view=List';

withExtension('The extension on two installs of one host', { grants: true }, (scene) => {
  test('keeps key, draft and launcher of each to itself', async () => {
    const production = await scene().open();
    await enable(scene(), production);
    const popup = await scene().openPopup(production);
    await writeFeedback(popup, 'About production');
    const key = await keyIn(popup);
    await popup.close();

    const copy = await scene().open(copyPage);
    const other = await scene().openPopup(copy);
    await says(other, /Show Noticeboard on this CRM/);
    assert.equal(await launchers(copy), 0);
    await press(other, 'Toolbar only');
    await says(other, /vtiger 7\.3\.0/);
    await openFeedback(other);
    assert.notEqual(await keyIn(other), key);
    assert.equal(await other.evaluate(written), '');
    await other.close();
    await copy.close();

    const again = await scene().openPopup(production);
    await press(again, 'Feedback');
    assert.equal(await keyIn(again), key);
    assert.equal(await again.evaluate(written), 'About production');
    assert.equal(await launchers(production), 1);
    await again.close();
    await production.close();
  });
});

/** The random key that the form is about to send. */
async function keyIn(view: View): Promise<string | undefined> {
  await says(view, /Install key\s+\d+\s+Random/);
  return /Install key\s+(\d+)\s+Random/.exec(await textOf(view))?.[1];
}

function written(): string | undefined {
  return document.querySelector<HTMLTextAreaElement>('textarea[name=text]')?.value;
}
