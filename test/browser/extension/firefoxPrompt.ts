import type { Browser } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { inFirefoxWindow } from './firefoxWindow.ts';

/** Waits until Firefox puts a question of its own. */
export async function asks(browser: Browser): Promise<void> {
  const isOpen = `String(PopupNotifications.panel.state === 'open')`;
  await waitUntil(() => inFirefoxWindow(browser, isOpen), 'it asks');
}

/** Answers it: `button` allows, `secondaryButton` declines. */
export async function answer(browser: Browser, button: 'button' | 'secondaryButton'): Promise<void> {
  const click = `PopupNotifications.panel.firstElementChild.${button}.click() ?? true`;
  await inFirefoxWindow(browser, `String(${click})`);
}
