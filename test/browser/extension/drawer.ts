import type { Frame, Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { inFirefox } from './firefoxFrame.ts';
import type { View } from './view.ts';
import { expressionOf } from './view.ts';

/** How many launchers stand on the page. */
export async function launchers(page: Page): Promise<number> {
  return (await page.$$('[data-noticeboard=launcher]')).length;
}

/** Whether the one launcher is that of the extension: its drawer holds a frame. */
export async function isOurs(page: Page): Promise<boolean> {
  return (await page.$('[data-noticeboard=drawer] >>> iframe')) !== null;
}

/** Waits until exactly one launcher stands on the page. */
export async function launcherAppears(page: Page): Promise<void> {
  await waitUntil(async () => (await launchers(page)) === 1, 'there is a launcher');
}

/** Waits until the page has no launcher any more. */
export async function launcherGoes(page: Page): Promise<void> {
  await waitUntil(async () => (await launchers(page)) === 0, 'the launcher is gone');
}

/** Presses the launcher, which opens the drawer or closes it. */
export async function pressLauncher(page: Page): Promise<void> {
  await page.bringToFront();
  await waitUntil(() => page.$eval('>>> .launcher', isAtRest), 'the launcher stands still');
  await page.click('>>> .launcher');
}

/** Whether the drawer is seen. */
export async function isDrawerOpen(page: Page): Promise<boolean> {
  return (await page.$('>>> .drawer.open')) !== null;
}

/** Whether the launcher has the focus. */
export async function isLauncherFocused(page: Page): Promise<boolean> {
  return (await page.$('>>> .launcher:focus')) !== null;
}

/** Presses the launcher, and gives the panel in the drawer once it is drawn. */
export async function openDrawer(page: Page): Promise<View> {
  await pressLauncher(page);
  const drawer = await framedPanel(page);
  await waitUntil(() => page.$eval('>>> .drawer.open', isAtRest), 'the drawer has come in');
  await waitUntil(() => drawer.evaluate(() => document.querySelector('.panel') !== null), 'the panel is drawn');
  return drawer;
}

function isAtRest(element: Element): boolean {
  return element.getAnimations().length === 0;
}

/** The panel that is in some frame of the page in front. */
export async function framedPanel(page: Page): Promise<View> {
  return /firefox/i.test(await page.browser().version()) ? inFirefox(page) : inChromium(page);
}

async function inChromium(page: Page): Promise<View> {
  const frame = await waitUntil(() => page.frames().find(isPanel), 'a frame has the panel');
  return {
    evaluate: async (work, ...given) =>
      (await frame.evaluate(expressionOf(work, given))) as Awaited<ReturnType<typeof work>>,
    click: (selector) => frame.click(selector),
    press: (key) => page.keyboard.press(key),
    screenshot: () => page.screenshot(),
  };
}

function isPanel(frame: Frame): boolean {
  return /^chrome-extension:.*\/panel\.html$/.test(frame.url());
}
