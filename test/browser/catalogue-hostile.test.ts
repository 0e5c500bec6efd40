import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attacks } from './feeds/attacks.ts';
import { pressButton } from './gallery/gallery.ts';
import { galleryTabs } from './gallery/tabs.ts';
import { inBoth } from './harness/browsers.ts';
import { waitUntil } from './harness/waitUntil.ts';

inBoth('A hostile catalogue', (browser) => {
  const show = galleryTabs(browser);

  test('is shown word for word: it runs nothing, loads nothing and brings no element of its own', async () => {
    const tab = await show('news');
    const asked: string[] = [];
    tab.on('request', (request) => asked.push(request.url()));
    const texts = attacks.map((attack) =>
      attack.replaceAll('RUN', 'top.ran=true').replaceAll('LOAD', '/load').slice(0, 300),
    );
    await tab.evaluate((list) => {
      const { answers } = globalThis.mounted;
      const usual = answers.recommendations({});
      if (!usual.ok) return;
      const [pattern] = usual.value.extensions;
      if (!pattern) return;
      const extensions = list.map((text, at) => {
        const name = text.slice(0, 120);
        return { ...pattern, id: `x${at}`, name, publisher: name, summary: text, reason: text };
      });
      globalThis.mounted.answers.recommendations = () => ({ ok: true, value: { ...usual.value, extensions } });
    }, texts);
    await pressButton(tab, 'Extensions');
    await waitUntil(async () => (await tab.$$('.extension')).length === texts.length, 'all are shown');
    assert.deepEqual(
      await tab.$$eval('.extension .summary', (all) => all.map(({ textContent }) => textContent)),
      texts,
    );
    const foreign =
      'script, style, img, iframe, object, embed, form, input, video, audio, link, meta, base, [onerror], [style]';
    assert.equal((await tab.$$(`.extension :is(${foreign})`)).length, 0);
    // Whatever would load has asked by the time a request of our own is through.
    await tab.evaluate(() => fetch('/last').catch(() => null));
    assert.equal(await tab.evaluate(() => Reflect.get(globalThis, 'ran')), undefined);
    assert.deepEqual(
      asked.filter((url) => !/\/(last|favicon\.ico)$/.test(url)),
      [],
    );
  });
});
