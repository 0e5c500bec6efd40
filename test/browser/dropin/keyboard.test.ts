import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { inBoth } from '../harness/browsers.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import type { Crm } from './crm.ts';
import { asNewcomer, startCrm } from './crm.ts';
import type { Hub } from './hub.ts';
import { startHub } from './hub.ts';
import { click, find, focused, openPanel, writeFeedback } from './panel.ts';

let hub: Hub;
let crm: Crm;
before(async () => {
  hub = await startHub();
  crm = await startCrm(hub.url);
});
after(async () => {
  await crm?.close();
  await hub?.stop();
});

const hasFocus = (page: Page, place: RegExp) =>
  waitUntil(async () => place.test(await focused(page)), `the focus is in ${place}`);

/** Presses Tab until the focus is there; fails when it goes round without coming by. */
async function tabTo(page: Page, place: RegExp, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  const visited: string[] = [];
  while (visited.length < 60) {
    if (key === 'Shift+Tab') await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    if (key === 'Shift+Tab') await page.keyboard.up('Shift');
    visited.push(await focused(page));
    if (place.test(visited.at(-1) ?? '')) return;
  }
  assert.fail(`${key} goes round: ${visited.join(', ')}`);
}

inBoth('By keyboard', (browser) => {
  test('the launcher opens the drawer, the focus goes in, Escape closes it and gives the focus back', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      const launcher = await find(page, '.launcher');
      await launcher.focus();
      assert.equal(await focused(page), 'launcher: button');
      await page.keyboard.press('Enter');
      await find(page, '[role=tab][aria-selected=true]');
      await hasFocus(page, /^drawer/);
      assert.equal(await launcher.evaluate((button) => button.getAttribute('aria-expanded')), 'true');
      await page.keyboard.press('Escape');
      await hasFocus(page, /^launcher/);
      assert.equal(await launcher.evaluate((button) => button.getAttribute('aria-expanded')), 'false');
      await page.keyboard.press('Enter');
      await hasFocus(page, /^drawer/);
    }));

  test('Tab walks out of the open drawer into the CRM, and back, both ways', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      await openPanel(page);
      await hasFocus(page, /^drawer/);
      await tabTo(page, /^page: (a|input)/, 'Tab');
      await tabTo(page, /^launcher/, 'Shift+Tab');
      await tabTo(page, /^page: (a|input)/, 'Shift+Tab');
      await tabTo(page, /^launcher/, 'Tab');
      await tabTo(page, /^drawer/, 'Tab');
    }));

  test('a closed drawer takes no focus', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      await openPanel(page);
      await hasFocus(page, /^drawer/);
      await page.keyboard.press('Escape');
      await hasFocus(page, /^launcher/);
      await assert.rejects(tabTo(page, /^drawer/, 'Tab'), /goes round/);
    }));

  test('what is typed does not reach the page, nor does a dialog of the page take the focus back', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      await page.evaluate(() => {
        const heard = document.body.dataset;
        for (const type of ['keydown', 'keypress', 'keyup', 'click', 'mousedown', 'focusin', 'input']) {
          document.addEventListener(type, () => {
            heard.heard = `${heard.heard ?? ''} ${type}`;
          });
        }
        const search = document.querySelector<HTMLElement>('#search');
        document.addEventListener('focus', (event) => event.target !== search && search?.focus(), true);
      });
      await openPanel(page);
      await writeFeedback(page, 'typed');
      const field = await find(page, 'textarea[name=text]');
      assert.equal(await field.evaluate((area) => area instanceof HTMLTextAreaElement && area.value), 'typed');
      assert.equal(await page.evaluate(() => document.body.dataset.heard), undefined);
    }));

  test('the launcher is moved and hidden through its menu, and stays so on the next page', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      const launcher = await find(page, '.launcher');
      const place = await launcher.boundingBox();
      await launcher.focus();
      await openMenu(page);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await hasFocus(page, /^launcher/);
      const above = await launcher.boundingBox();
      assert.ok(place && above && above.y < place.y);
      await page.goto(crm.address);
      assert.equal((await (await find(page, '.launcher')).boundingBox())?.y, above.y);
      await (await find(page, '.launcher')).focus();
      await openMenu(page);
      for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await waitUntil(async () => (await page.$('>>> .launcher')) === null, 'the launcher is gone');
      await page.goto(crm.address);
      await page.waitForNetworkIdle();
      assert.equal(await page.$('>>> .launcher'), null);
      await page.goto('about:blank');
      await page.goto(`${crm.address}#noticeboard`);
      await find(page, '.launcher');
    }));
});

inBoth('By mouse', (browser) => {
  test('the launcher is dragged along its edge without opening, and stays there on the next page', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      const box = await (await find(page, '.launcher')).boundingBox();
      assert.ok(box);
      const x = box.x + box.width / 2;
      await page.mouse.move(x, box.y + 10);
      await page.mouse.down();
      await page.mouse.move(x, 110, { steps: 3 });
      await page.mouse.up();
      const moved = await (await find(page, '.launcher[aria-expanded=false]')).boundingBox();
      assert.ok(moved && Math.abs(moved.y - 100) < 2, `it is at ${moved?.y}`);
      await page.goto(crm.address);
      const kept = await (await find(page, '.launcher')).boundingBox();
      assert.ok(kept && Math.abs(kept.y - 100) < 2, `it is at ${kept?.y}`);
      await click(page, '.launcher');
      await find(page, '.launcher[aria-expanded=true]');
    }));

  test('a second tag on the page brings no second launcher', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      await find(page, '.launcher');
      await page.addScriptTag({ url: `${hub.url}/noticeboard.js` });
      assert.equal((await page.$$('>>> .launcher')).length, 1);
    }));

  test('launcher and drawer are at the left of a page that is written from right to left', () =>
    asNewcomer(browser(), async (context) => {
      const page = await crm.open(context);
      await page.evaluate(() => {
        document.documentElement.dir = 'rtl';
      });
      await openPanel(page);
      const drawer = await find(page, '.drawer');
      await waitUntil(async () => (await drawer.boundingBox())?.x === 0, 'the drawer is at the left');
      const launcher = await find(page, '.launcher');
      await waitUntil(async () => (await launcher.boundingBox())?.x === 420, 'the launcher is on its edge');
    }));
});

async function openMenu(page: Page): Promise<void> {
  await page.keyboard.down('Alt');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.up('Alt');
  await find(page, '.menu');
}
