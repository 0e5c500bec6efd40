import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { calls } from '../../widget/contract/calls.ts';
import type { Look } from './gallery/gallery.ts';
import { named, pressButton } from './gallery/gallery.ts';
import type { SceneName } from './gallery/scenes.ts';
import { asked, galleryTabs } from './gallery/tabs.ts';
import { inBoth } from './harness/browsers.ts';
import { waitUntil } from './harness/waitUntil.ts';

/** The text or label of what has the focus, within a shadow root too. */
const focused = (tab: Page) =>
  tab.evaluate(() => {
    const outer = document.activeElement;
    const element = outer?.shadowRoot?.activeElement ?? outer;
    return element?.getAttribute('aria-label') ?? element?.getAttribute('name') ?? element?.textContent ?? '';
  });
const focusIs = (tab: Page, label: string) =>
  waitUntil(async () => (await focused(tab)).startsWith(label), `the focus on ${label}`, 5000).catch(async (cause) => {
    throw new Error(`The focus is on "${await focused(tab)}", not on "${label}".`, { cause });
  });
const heard = (tab: Page, role: string) =>
  tab.evaluate(
    (wanted) => [...document.querySelectorAll(`[role=${wanted}]`)].map((region) => region.textContent).join(' '),
    role,
  );

/** The facts that a call agrees to send. */
const sentIn = ({ input }: { input: unknown }) => {
  const { rows } = calls.agreeToRecommendations.input.parse(input);
  return Object.fromEntries(rows.filter(({ sent }) => sent).map(({ field, value }) => [field, value]));
};

/** From the next withdrawal on the outbox is empty, and not before: the panel looks into it by itself, too. */
const emptyOnceWithdrawn = (tab: Page) =>
  tab.evaluate(() => {
    const { answers } = globalThis.mounted;
    answers.withdraw = () => {
      answers.outbox = () => ({ ok: true, value: { waiting: [], delivered: [], withdrawn: [] } });
      return { ok: true, value: { left: true } };
    };
  });

inBoth('The panel', (browser) => {
  const show = galleryTabs(browser);
  let tab: Page;
  const open = async (scene: SceneName, look?: Look) => {
    tab = await show(scene, look);
  };

  test('takes the focus when it opens, and walks its tabs by arrow keys, Home and End', async () => {
    await open('news');
    await focusIs(tab, 'News');
    await tab.keyboard.press('ArrowRight');
    await focusIs(tab, 'Extensions');
    await tab.keyboard.press('End');
    await focusIs(tab, 'Report');
    await tab.keyboard.press('ArrowRight');
    await focusIs(tab, 'News');
    await tab.keyboard.press('ArrowLeft');
    await focusIs(tab, 'Report');
    await tab.keyboard.press('Home');
    await focusIs(tab, 'News');
  });

  for (const [scene, texts] of [
    ['news', '.item .summary, .item h3 .grow'],
    ['extensions', '.extension .summary, .extension .soft'],
  ] as const) {
    test(`reads ${scene} from the left within a panel that is read from the right`, async () => {
      await open(scene, { rightToLeft: true });
      await tab.waitForSelector(texts);
      const turned = await tab.$$eval(texts, (elements) =>
        elements.flatMap((element) => {
          const words = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
          const end = words?.nodeValue?.length ?? 0;
          const [before, last] = [end - 2, end - 1].map((at) => {
            const range = new Range();
            if (words) range.setStart(words, at);
            if (words) range.setEnd(words, at + 1);
            return range.getBoundingClientRect().left;
          });
          return (last ?? 0) > (before ?? 0) ? [] : [element.textContent];
        }),
      );
      assert.deepEqual(turned, [], 'what stands last is last');
    });
  }

  test('walks its tabs the other way in a language that is read from the right', async () => {
    await open('news', { rightToLeft: true });
    await focusIs(tab, 'News');
    await tab.keyboard.press('ArrowLeft');
    await focusIs(tab, 'Extensions');
  });

  test('has one tab stop for all its tabs', async () => {
    await open('news');
    await focusIs(tab, 'News');
    await tab.keyboard.press('Tab');
    const role = await tab.evaluate(() => document.activeElement?.getAttribute('role'));
    assert.notEqual(role, 'tab');
  });

  test('opens a form with the focus in its first field', async () => {
    await open('news');
    await focusIs(tab, 'News');
    await tab.keyboard.press('End');
    await tab.keyboard.press('Enter');
    await focusIs(tab, 'title');
    await pressButton(tab, 'News');
    await pressButton(tab, 'Feedback');
    await focusIs(tab, 'text');
    await pressButton(tab, 'Newsletter');
    await focusIs(tab, 'email');
  });

  test('asks for the hub, and whether to be shown, with the focus on the answer', async () => {
    await open('not configured');
    await waitUntil(() => tab.evaluate(() => document.activeElement?.matches('input[type=url]')), 'the focus');
    await pressButton(tab, 'Not now');
    await focusIs(tab, 'News');
    await tab.close();
    await open('first use');
    await focusIs(tab, 'Show it here');
  });

  test('gives the focus back where it came from when a view is left, by its button as by Escape', async () => {
    for (const leave of [() => pressButton(tab, 'Back'), () => tab.keyboard.press('Escape')]) {
      await open('news');
      await pressButton(tab, 'Settings');
      await focusIs(tab, 'Back');
      await leave();
      await focusIs(tab, 'Settings');
      await tab.close();
    }
    await open('several');
    await pressButton(tab, 'Open');
    await focusIs(tab, 'Back');
    await tab.keyboard.press('Escape');
    await focusIs(tab, 'Open');
  });

  test('in the drawer, Escape closes what is innermost first, then the drawer', async () => {
    await open('refused, to be deleted', { shadow: true });
    await focusIs(tab, 'Keep');
    await tab.keyboard.press('Escape');
    await focusIs(tab, 'Delete…');
    assert.equal(await tab.evaluate(() => globalThis.mounted.closed), 0);
    await tab.keyboard.press('Escape');
    assert.equal(await tab.evaluate(() => globalThis.mounted.closed), 1);
  });

  test('in the drawer, the focus is not kept from the CRM', async () => {
    await open('news', { shadow: true });
    await focusIs(tab, 'News');
    await tab.keyboard.down('Shift');
    await tab.keyboard.press('Tab');
    await focusIs(tab, 'Close');
    await tab.keyboard.press('Tab');
    await tab.keyboard.up('Shift');
    await focusIs(tab, 'CRM');
  });

  test('puts the focus on Undo when an extension is dismissed, and back when it is not', async () => {
    await open('extensions, one dismissed');
    await focusIs(tab, 'Undo');
    assert.deepEqual(
      (await asked(tab, 'dismiss')).map(({ input }) => input),
      [{ extension: 'dial-bridge' }],
    );
    assert.match(await heard(tab, 'status'), /Dial Bridge will not be suggested again/);
    await tab.keyboard.press('Enter');
    await focusIs(tab, 'Not for us: Dial Bridge');
    assert.deepEqual(
      (await asked(tab, 'restore')).map(({ input }) => input),
      [{ extension: 'dial-bridge' }],
    );
  });

  test('asks for no recommendation before the person agreed, and then without what was switched off', async () => {
    await open('extensions, first visit');
    await focusIs(tab, 'CRM version');
    assert.deepEqual(await asked(tab, 'recommendations'), []);
    const address = 'https://hub.example/v1/extensions';
    const isShown = (query: string) =>
      waitUntil(async () => (await tab.$eval('.exact', (exact) => exact.textContent)) === address + query, query);
    await isShown('?version=8.4.0&os=Debian+12&industry=Manufacturing');
    await pressButton(tab, 'Industry');
    await isShown('?version=8.4.0&os=Debian+12');
    await pressButton(tab, 'Show recommendations');
    const agreed = await waitUntil(async () => (await asked(tab, 'agreeToRecommendations'))[0], 'the agreement');
    assert.deepEqual(sentIn(agreed), { version: '8.4.0', os: 'Debian 12' });
    const { input } = calls.agreeToRecommendations;
    assert.equal(input.parse(agreed.input).address, `${address}?version=8.4.0&os=Debian+12`);
  });

  test('says that the hub was asked only once it has answered', async () => {
    await open('news');
    await tab.evaluate(() => {
      const { answers } = globalThis.mounted;
      const { recommendations } = answers;
      const answered = new Promise((resolve) => addEventListener('answered', resolve, { once: true }));
      Object.assign(answers, {
        async recommendations() {
          await answered;
          return recommendations({});
        },
      });
    });
    const says = (words: string) =>
      waitUntil(async () => (await tab.$eval('.bar .meta', (bar) => bar.textContent)).startsWith(words), words);
    await pressButton(tab, 'Extensions');
    await says('Asking with three facts: 8.4.0, ');
    await tab.evaluate(() => dispatchEvent(new Event('answered')));
    await says('Asked with three facts: 8.4.0, ');
  });

  test('shows the facts anew that changed while they were looked at, with the switches as they were left', async () => {
    await open('extensions, first visit');
    await pressButton(tab, 'Industry');
    await tab.evaluate(() => {
      const { answers } = globalThis.mounted;
      const { recommendationFacts, agreeToRecommendations } = answers;
      answers.recommendationFacts = (input) => {
        const shown = recommendationFacts(input);
        if (!shown.ok) return shown;
        const rows = shown.value.rows.map((row) => (row.field === 'version' ? { ...row, value: '8.5.0' } : row));
        return { ok: true, value: { ...shown.value, rows, agreed: false } };
      };
      answers.agreeToRecommendations = () => {
        answers.agreeToRecommendations = agreeToRecommendations;
        return { ok: false, failure: 'changed' };
      };
    });
    await pressButton(tab, 'Show recommendations');
    await waitUntil(async () => (await heard(tab, 'alert')).includes('has changed'), 'the change told');
    await waitUntil(() => tab.evaluate(() => document.body.textContent.includes('8.5.0')), 'the new version shown');
    await focusIs(tab, 'Show recommendations');
    assert.deepEqual(await asked(tab, 'recommendations'), []);
    await pressButton(tab, 'Show recommendations');
    const agreed = await waitUntil(async () => (await asked(tab, 'agreeToRecommendations'))[1], 'the agreement');
    assert.deepEqual(sentIn(agreed), { version: '8.5.0', os: 'Debian 12' });
  });

  test('never loses the focus when what was pressed goes away', async () => {
    await open('delivered');
    await pressButton(tab, 'Close');
    await focusIs(tab, 'News');
    await tab.close();
    await open('refused, to be deleted');
    await emptyOnceWithdrawn(tab);
    await pressButton(tab, 'Delete');
    await focusIs(tab, 'News');
    assert.equal((await asked(tab, 'withdraw')).length, 1, 'a try may have brought it to the hub');
  });

  test('tells of a message that is delivered meanwhile, with its receipt, and of a refusal at once', async () => {
    await open('sending');
    await waitUntil(async () => (await heard(tab, 'status')).includes('Sending 1 message'), 'the sending told');
    await tab.evaluate(() => {
      const id = '3f2b8c1e-5a4d-4c3b-9e7f-8c010b6f2c1e';
      const receipt = { id, receivedAt: new Date().toISOString() };
      const delivered = [{ id, feature: 'feedback' as const, excerpt: '', receipt, deliveredAt: Date.now() }];
      globalThis.mounted.answers.outbox = () => ({ ok: true, value: { waiting: [], delivered, withdrawn: [] } });
    });
    await waitUntil(
      async () => /Delivered at .* Receipt 8C01-0B6F-2C1E/.test(await heard(tab, 'status')),
      'the receipt',
    );
    await tab.close();
    await open('refused');
    await waitUntil(async () => (await heard(tab, 'alert')).includes('could not be sent'), 'the refusal told');
  });

  test('copies a receipt', async () => {
    await open('delivered');
    await pressButton(tab, 'Copy receipt');
    await named(tab, 'Copied');
    await pressButton(tab, 'Feedback');
    await focusIs(tab, 'text');
    await tab.keyboard.down('Control');
    await tab.keyboard.press('v');
    await tab.keyboard.up('Control');
    await waitUntil(
      () => tab.evaluate(() => document.querySelector('textarea')?.value === '8C01-0B6F-2C1E'),
      'the paste',
    );
  });

  test('says when a part cannot be loaded, keeps the rest, and tries again', async () => {
    await open('settings cannot be had');
    await named(tab, 'Try again');
    await named(tab, 'Mark all as read');
    await tab.evaluate(() => {
      globalThis.mounted.cut = false;
    });
    await pressButton(tab, 'Try again');
    await focusIs(tab, 'Back');
    await named(tab, 'Show Noticeboard here');
  });

  test('brings a refused message back into its form', async () => {
    await open('refused');
    await tab.evaluate(() => {
      globalThis.mounted.answers.draft = () => ({ ok: true, value: { typed: { text: 'Once more' }, switched: [] } });
    });
    await pressButton(tab, 'Edit and send again');
    await focusIs(tab, 'text');
    assert.equal(await tab.$eval('textarea', (field) => field.value), 'Once more');
  });

  test('takes back a message that still waits, when its writer says so twice', async () => {
    await open('waiting');
    await pressButton(tab, '1 message waiting');
    await focusIs(tab, 'Back');
    await pressButton(tab, 'Withdraw…');
    await focusIs(tab, 'Keep');
    assert.deepEqual(await asked(tab, 'withdraw'), []);
    await emptyOnceWithdrawn(tab);
    await pressButton(tab, 'Withdraw');
    await named(tab, 'Back');
    await focusIs(tab, 'Back');
    assert.equal((await asked(tab, 'withdraw')).length, 1);
  });

  test('asks nobody for the hub where the CRM itself names it, and lets nobody believe they could change it', async () => {
    await open('settings where the CRM decides');
    await focusIs(tab, 'Back');
    await tab.waitForSelector('.settings');
    assert.match(await tab.$eval('.view', (view) => view.textContent), /Hub address.*hub\.example/);
    assert.equal(await tab.$('.view input'), null);
    await tab.close();
    await open('no hub where the CRM decides');
    await focusIs(tab, 'News');
    assert.equal(await tab.$('input[type=url]'), null);
  });
});
