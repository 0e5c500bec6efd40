import type { Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { pressButton } from './gallery.ts';

/** Presses what is named so, and returns the text of the file that the page has the browser save then, and its name. */
export async function savedFile(tab: Page, label: string): Promise<{ name: string; text: string }> {
  await tab.evaluate(() => {
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) blob.text().then((text) => document.body.setAttribute('data-saved', text));
      return '#';
    };
    HTMLAnchorElement.prototype.click = function () {
      document.body.setAttribute('data-name', this.download);
    };
  });
  await pressButton(tab, label);
  const text = await waitUntil(() => tab.evaluate(() => document.body.getAttribute('data-saved')), 'the file');
  return { name: await tab.evaluate(() => document.body.getAttribute('data-name') ?? ''), text };
}
