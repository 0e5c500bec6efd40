import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { pictureFile } from '../../fixtures/pictures.ts';
import { COOKIE_PAGE } from '../dropin/hub.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { assertSenderless, writeDown } from '../senderless.ts';
import { openDrawer } from './drawer.ts';
import { enableCrm } from './enable.ts';
import { blackOutTheMiddle, writeReport } from './report.ts';
import type { Scene } from './scene.ts';
import { withExtension } from './scene.ts';
import type { View } from './view.ts';
import { fill, openForm, press, says, writeFeedback } from './view.ts';

/** What may stand in Origin: nothing of this browser in Firefox, in Chromium the id that the extension has everywhere. */
const origins = { firefox: /^null$/, chromium: /^chrome-extension:\/\/lmlkfibhmhlhglegbbcdkfkpdifjmgep$/ };

/** Gives the browser a cookie of the hub, which a request could bring. */
async function takeCookie({ browser, hub }: Scene): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${hub.url}${COOKIE_PAGE}`);
  await page.reload();
  await waitUntil(() => hub.wire.some(({ head }) => /^cookie: visitor=42/im.test(head)), 'the browser sends it');
  await page.close();
}

/** Gives the report a picture, as pasting a file does. */
function paste(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const clipboardData = new DataTransfer();
  clipboardData.items.add(new File([bytes], 'picture.png', { type: 'image/png' }));
  const event = new Event('paste', { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'clipboardData', { value: clipboardData });
  document.querySelector('[name=happened]')?.dispatchEvent(event);
}

/** Whether the outbox is open; where it is not, it is asked for. */
function openOutbox(): boolean {
  const isOpen = document.body.textContent.includes('Everything that was sent');
  if (!isOpen) document.querySelector<HTMLElement>('.strip .title')?.click();
  return isOpen;
}

function textIn(selector: string): string | null {
  return document.querySelector(selector)?.textContent ?? null;
}

/** Uses every feature, takes back what it sent, and asserts that no request said who asks. */
async function useEverything(scene: Scene, view: View, home: string): Promise<void> {
  const { hub, name } = scene;
  const seen = hub.wire.length;
  const since = (start: string) => hub.wire.slice(seen).filter(({ head }) => head.startsWith(start)).length;
  /** What is shown there as going exactly so. */
  const exactText = (selector: string) => waitUntil(() => view.evaluate(textIn, selector), `${selector} is there`);
  let withdrawn = 0;
  const withdrawLast = async () => {
    withdrawn += 1;
    // The strip is drawn anew with each word on a message: what was aimed at may have moved.
    await waitUntil(() => view.evaluate(openOutbox), 'the outbox is open');
    await says(view, /Receipt/);
    await press(view, 'Withdraw…');
    const shown = await exactText('fieldset .exact');
    await press(view, 'Withdraw');
    await waitUntil(() => since('POST /v1/withdrawals') === withdrawn, 'the hub is told');
    const told = hub.wire.findLast(({ head }) => head.startsWith('POST /v1/withdrawals'));
    assert.equal(told?.body, shown, 'it is told what was shown');
    await view.click('.back');
  };

  await press(view, 'News');
  await says(view, /Mark all as read/);
  await view.click('.refresh');
  await waitUntil(() => since('GET /v1/news.rss') > 0, 'the news are asked for');
  await press(view, 'Extensions');
  const shown = await exactText('.exact');
  await press(view, 'Show recommendations');
  const asked = `GET ${shown.slice(hub.url.length)} HTTP/1.1\r\n`;
  await waitUntil(() => since(asked) === 1, 'the catalogue is asked for, at the address that was shown');
  await writeFeedback(view, 'Who am I?');
  await press(view, 'Send feedback');
  await withdrawLast();
  await writeReport(view, 'Where am I?');
  await view.evaluate(paste, pictureFile(200, 150).toString('base64'));
  await blackOutTheMiddle(view);
  await press(view, 'Use this picture');
  await says(view, /JSON and picture/);
  await press(view, 'Send report');
  await withdrawLast();
  await openForm(view, 'Newsletter', '.view');
  await fill(view, '.view input[name=email]', 'ada@acme.example');
  await says(view, /1 of 2 fields/);
  await press(view, 'Sign up');
  await withdrawLast();

  const requests = hub.wire.slice(seen);
  await writeDown(requests, `${name}-${home}`);
  assertSenderless(requests, origins[name]);
}

withExtension('No request of the toolbar popup', { grants: false }, (scene) => {
  before(() => takeCookie(scene()));

  test('says who asks, whatever feature it is for', async () => {
    const page = await scene().open();
    const popup = await scene().openPopup(page);
    await press(popup, 'Toolbar only');
    await useEverything(scene(), popup, 'popup');
    await popup.close();
    await page.close();
  });
});

withExtension('No request of the drawer', { grants: true }, (scene) => {
  before(async () => {
    await takeCookie(scene());
    await enableCrm(scene());
  });

  test('says who asks, whatever feature it is for', async () => {
    const page = await scene().open();
    await useEverything(scene(), await openDrawer(page), 'drawer');
    await page.close();
  });
});
