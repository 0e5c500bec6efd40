import type { Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';

/** A panel, or the page under it, that a test looks at and uses as a person would. */
export interface View {
  /** Runs in the document; the function can use nothing from around it. */
  evaluate<A extends (string | number)[], R>(work: (...given: A) => R | Promise<R>, ...given: A): Promise<R>;
  /** Presses the pointer on the middle of the first element that matches. */
  click(selector: string): Promise<void>;
  /** Sends the key to whatever has the focus. */
  press(key: 'Escape' | 'Enter'): Promise<void>;
  /** A picture of it, as PNG. */
  screenshot(): Promise<Uint8Array>;
}

/** A function and what it is given as an expression: what runs in a document is sent there as text. */
export function expressionOf(work: (...given: never[]) => unknown, given: (string | number)[]): string {
  return `(${work})(...${JSON.stringify(given)})`;
}

/** A panel that is a tab of its own. */
export function viewOf(page: Page): View {
  return {
    evaluate: async (work, ...given) =>
      (await page.evaluate(expressionOf(work, given))) as Awaited<ReturnType<typeof work>>,
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
  };
}

/** Everything that it says. */
export function textOf(view: View): Promise<string> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden says nothing.
  return view.evaluate(() => document.body.innerText);
}

/** Waits until it says it. */
export async function says(view: View, words: RegExp): Promise<void> {
  let text = '';
  const asked = async () => {
    text = await textOf(view);
    return words.test(text);
  };
  await waitUntil(asked, `it says ${words}`).catch((error: Error) => {
    throw new Error(`${error.message}. It says:\n${text}`, { cause: error });
  });
}

/** Presses the button of that name once it is there. */
export function press(view: View, name: string): Promise<void> {
  return pressMarked(view, markButton, `button ${name}`, name);
}

/**
 * Presses what the function marks and gives the place of, once it stands still: a number beside it, or another part of the
 * screen, may come late and move it.
 */
async function pressMarked(
  view: View,
  mark: (name: string) => string | null,
  what: string,
  name: string,
): Promise<void> {
  let last: string | null = null;
  const standsStill = async () => {
    const place = await view.evaluate(mark, name);
    const same = place !== null && place === last;
    last = place;
    return same;
  };
  await waitUntil(standsStill, `there is a ${what}`).catch(async (error: Error) => {
    throw new Error(`${error.message}. It says:\n${await textOf(view)}`, { cause: error });
  });
  await view.click('[data-wanted]');
}

function markButton(name: string): string | null {
  document.querySelector('[data-wanted]')?.removeAttribute('data-wanted');
  const buttons = [...document.querySelectorAll<HTMLElement>('button, [role=tab], a')];
  const button = buttons.find((each) => {
    const text = each.textContent.trim() || (each.ariaLabel ?? '');
    // A number or a mark may follow, but not more of the word: Newsletter is not News.
    return each.checkVisibility() && text.startsWith(name) && !/^\p{L}/u.test(text.slice(name.length));
  });
  button?.setAttribute('data-wanted', '');
  button?.scrollIntoView({ block: 'center' });
  return button ? JSON.stringify(button.getBoundingClientRect()) : null;
}

/** Fills the field as typing does. */
export async function fill(view: View, selector: string, text: string): Promise<void> {
  await waitUntil(() => view.evaluate(setField, selector, text), `there is a field ${selector}`);
}

function setField(selector: string, text: string): boolean {
  const field = document.querySelector<HTMLTextAreaElement | HTMLInputElement>(selector);
  if (!field?.checkVisibility()) return false;
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  return true;
}

/** Turns the switch of that name. */
export function turn(view: View, name: string): Promise<void> {
  return pressMarked(view, markSwitch, `switch ${name}`, name);
}

function markSwitch(name: string): string | null {
  document.querySelector('[data-wanted]')?.removeAttribute('data-wanted');
  const element = document.querySelector(`[role=switch][aria-label="${name}"]`);
  element?.setAttribute('data-wanted', '');
  element?.scrollIntoView({ block: 'center' });
  return element ? JSON.stringify(element.getBoundingClientRect()) : null;
}

/** Chooses the option of that value, as a person does: the list is told of the change. */
export async function choose(view: View, label: string, value: string): Promise<void> {
  await waitUntil(() => view.evaluate(chooseOption, label, value), `there is a choice ${label}`);
}

function chooseOption(label: string, value: string): boolean {
  const labels = [...document.querySelectorAll('label')];
  const list = labels.find(({ textContent }) => textContent.trim() === label)?.control;
  if (!(list instanceof HTMLSelectElement)) return false;
  list.value = value;
  list.dispatchEvent(new Event('change', { bubbles: true }));
  return list.value === value;
}

/** Opens Feedback, and answers the question before it, when it is asked. */
export function openFeedback(view: View): Promise<void> {
  return openForm(view, 'Feedback', '[aria-labelledby=tab-feedback]');
}

/** Opens Feedback, and writes the text; done when it stands in the list of what will be sent. */
export async function writeFeedback(view: View, text: string): Promise<void> {
  await openFeedback(view);
  await fill(view, 'textarea[name=text]', text);
  await says(view, new RegExp(`${text.length} characters`));
}

/** Presses the button of that name, and answers the question before the form that opens there, when it is asked. */
export async function openForm(view: View, name: string, place: string): Promise<void> {
  await press(view, name);
  const first = await waitUntil(() => view.evaluate(firstIn, place), `${name} opens`);
  if (first === 'BUTTON') await press(view, 'Go on');
}

/** The question has a button, the form a field. */
function firstIn(place: string): string | null {
  return document.querySelector(`${place} :is([data-first], .question .main)`)?.tagName ?? null;
}
