import { after, afterEach, before } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import type { Gallery, Look } from './gallery.ts';
import { startGallery } from './gallery.ts';
import type { SceneName } from './scenes.ts';

/** Opens a scene in a tab, which is closed after the test. */
type OpenScene = (scene: SceneName, look?: Look) => Promise<Page>;

/** Has a gallery for the tests of the suite that calls it. */
export function galleryTabs(browser: () => Browser): OpenScene {
  let gallery: Gallery;
  const opened: Page[] = [];
  before(async () => {
    gallery = await startGallery();
  });
  after(() => gallery.close());
  afterEach(async () => {
    for (const tab of opened.splice(0)) if (!tab.isClosed()) await tab.close();
  });
  return async (scene, look) => {
    const tab = await gallery.open(browser(), scene, look);
    opened.push(tab);
    return tab;
  };
}

/** The calls of that name which the panel made so far, in their order. */
export function asked(tab: Page, name: string) {
  return tab.evaluate((wanted) => globalThis.mounted.asked.filter((call) => call.name === wanted), name);
}
