import type { ElementHandle, Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';

/** Waits for an element that is seen, in whatever shadow root. */
export function find(page: Page, selector: string): Promise<ElementHandle<Element>> {
  return waitUntil(async () => {
    for (const element of await page.$$(`>>> ${selector}`)) if (await element.isVisible()) return element;
    return null;
  }, `${selector} is seen`);
}

/** Clicks it once it is seen and has stopped moving. */
export async function click(page: Page, selector: string): Promise<void> {
  const element = await find(page, selector);
  let before: number | undefined;
  await waitUntil(async () => {
    const last = before;
    before = (await element.boundingBox())?.x;
    return before !== undefined && before === last;
  }, `${selector} stands still`);
  await element.click();
}

/** Presses the button of that name, once it is there. */
export async function press(page: Page, name: string): Promise<void> {
  const button = await waitUntil(async () => {
    for (const each of await page.$$('>>> button')) {
      if ((await each.isVisible()) && (await each.evaluate((node) => node.textContent?.trim())) === name) return each;
    }
    return null;
  }, `a button ${name}`);
  await button.scrollIntoView();
  await button.click();
}

/** Opens the drawer, and waits until the panel has drawn its tabs. */
export async function openPanel(page: Page): Promise<void> {
  await click(page, '.launcher');
  await find(page, '[role=tab][aria-selected=true]');
}

/** Everything that the drawer says, seen or heard; empty while it is closed. */
export function drawerText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const drawer = document.querySelector('[data-noticeboard=drawer]')?.shadowRoot?.querySelector('.drawer.open');
    const content = drawer?.firstElementChild;
    return (content?.shadowRoot ?? content)?.textContent ?? '';
  });
}

/** Waits until the drawer says it. */
export async function says(page: Page, words: RegExp, deadline?: number): Promise<void> {
  await waitUntil(
    async () => {
      const text = await drawerText(page);
      if (!words.test(text)) throw new Error(`It says: ${text}`);
      return true;
    },
    `the drawer says ${words}`,
    deadline,
  );
}

/** What has the focus, through all shadow roots: tag and class, and where it is. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    let place = 'page';
    while (element?.shadowRoot?.activeElement) {
      place = element.getAttribute('data-noticeboard') ?? place;
      element = element.shadowRoot.activeElement;
    }
    return `${place}: ${element?.localName}`;
  });
}

/** Opens Feedback, writes the text and presses Send. */
export async function sendFeedback(page: Page, text: string): Promise<void> {
  await writeFeedback(page, text);
  await click(page, 'form .button.main');
}

/** Opens Feedback, answers its question when it is asked, and returns the first field. */
export async function openFeedback(page: Page): Promise<ElementHandle<Element>> {
  await click(page, '#tab-feedback');
  return answerQuestion(page, '[aria-labelledby=tab-feedback]', 'textarea[name=text]');
}

/** Answers the question before a form when it is asked, and returns the form's first field. */
export async function answerQuestion(page: Page, place: string, field: string): Promise<ElementHandle<Element>> {
  const first = await find(page, `${place} :is([data-first], .question .main)`);
  if (await first.evaluate(({ localName }) => localName === 'button')) await first.click();
  return find(page, `${place} ${field}`);
}

/** Opens Feedback, and writes the text into the first field. */
export async function writeFeedback(page: Page, text: string): Promise<void> {
  const field = await openFeedback(page);
  await field.type(text);
}
