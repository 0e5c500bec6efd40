import type { ElementHandle, Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { answerQuestion, click, find, says } from './panel.ts';

/** Opens Report in the open panel, and fills in what it is made of. */
export async function writeReport(page: Page, title: string): Promise<void> {
  await click(page, '#tab-issue');
  await (await answerQuestion(page, '[aria-labelledby=tab-issue]', 'input[name=title]')).type(title);
  await (await find(page, 'textarea[name=happened]')).type('It ends.');
  await click(page, 'input[value=minor]');
}

/** Chooses the file of that path, blacks out the middle by keys, and takes the picture. */
export async function choosePicture(page: Page, path: string): Promise<void> {
  const chooser = await waitUntil(() => page.$('>>> input[type=file]'), 'there is a chooser');
  await (chooser as ElementHandle<HTMLInputElement>).uploadFile(path);
  const stage = await find(page, '.stage');
  await find(page, '.stage canvas');
  await stage.focus();
  await page.keyboard.press('Enter');
  await find(page, '.frame');
  await page.keyboard.press('Enter');
  await says(page, /1 box blacked out/);
  await click(page, '.editor .button.main');
  await says(page, /JSON and picture/);
}

/** Sends the form in front. */
export async function sendReport(page: Page): Promise<void> {
  await click(page, '[role=tabpanel]:not([hidden]) form > .send .button.main');
}

/** Opens Newsletter in the open panel, and signs up. */
export async function signUp(page: Page, email: string): Promise<void> {
  await click(page, '.footer button');
  await (await answerQuestion(page, '.view', 'input[name=email]')).type(email);
  await says(page, /1 of 2 fields/);
  await click(page, '.view .button.main');
}
