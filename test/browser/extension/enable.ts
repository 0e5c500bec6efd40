import type { Page } from 'puppeteer-core';
import { waitUntil } from '../harness/waitUntil.ts';
import { isOurs } from './drawer.ts';
import type { Scene } from './scene.ts';
import { press } from './view.ts';

/** Enables the CRM of that page by "Show it here" in the popup; done when the extension's launcher stands on it. */
export async function enable(scene: Scene, page: Page): Promise<void> {
  const popup = await scene.openPopup(page);
  await press(popup, 'Show it here');
  await waitUntil(() => isOurs(page), 'the launcher is the one of the extension');
  await popup.close();
}

/** As `enable`, for the CRM that a scene opens; leaves no page behind. */
export async function enableCrm(scene: Scene): Promise<void> {
  const page = await scene.open();
  await enable(scene, page);
  await page.close();
}
