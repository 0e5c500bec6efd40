import { build } from 'esbuild';
import type { Browser, ElementHandle, Page } from 'puppeteer-core';
import { bundle } from '../harness/bundle.ts';
import type { Site } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import type { How, Mounted, Timer } from './page.ts';
import type { Scene, SceneName } from './scenes.ts';
import { scenes } from './scenes.ts';

declare global {
  /** What the gallery's page offers to the test. */
  var gallery: { show(name: SceneName, how: How): Mounted; stopClock(): Timer[] };
  var mounted: Mounted;
}

export interface Look extends Partial<Omit<How, 'css'>> {
  readonly width?: number;
  readonly height?: number;
  /** Device pixels to a CSS pixel. */
  readonly scale?: number;
  readonly features?: readonly { name: string; value: string }[];
}

export interface Gallery {
  /** A new page with the panel in that scene, ready. */
  open(browser: Browser, name: SceneName, look?: Look): Promise<Page>;
  close(): Promise<void>;
}

const page = `<!doctype html><html lang="en"><title>Gallery</title><meta name="viewport" content="width=device-width">`;
/** Much as in a CRM: a root of 10 px, and rules for every element. */
const foreign = `${page}<style>html{font-size:10px}body{margin:0;font:12px serif;color:red;text-align:center}
button,input{border:3px solid red;text-transform:uppercase}</style><button id="before">CRM</button>`;

/** Serves the gallery: the real panel and stylesheet, with a played service. */
export async function startGallery(): Promise<Gallery> {
  const script = await bundle('test/browser/gallery/page.ts', 'gallery');
  const ownStyles = await stylesheet('panel.css');
  // As the drop-in has them: without what is only for a document of our own.
  const guestStyles = (await Promise.all(['first.css', 'later.css', 'more.css', 'editor.css'].map(stylesheet))).join(
    '',
  );
  const html = { '/own': { body: page }, '/crm': { body: foreign } };
  const site: Site = await serve(html);
  return {
    close: () => site.close(),
    async open(browser, name, look = {}) {
      const { width = 400, height = 600, scale = 1, features = [], shadow = false, rightToLeft = false } = look;
      const { surface = shadow ? 'drawer' : 'popup' } = look;
      const tab = await browser.newPage();
      await tab.bringToFront();
      await tab.setViewport({ width, height, deviceScaleFactor: scale });
      if (features.length > 0) await tab.emulateMediaFeatures([...features]);
      await tab.goto(`${site.origin()}/${shadow ? 'crm' : 'own'}`);
      await tab.evaluate(script);
      await tab.evaluate(
        (scene, how) => {
          globalThis.mounted = globalThis.gallery.show(scene, how);
        },
        name,
        { surface, shadow, rightToLeft, css: shadow ? guestStyles : ownStyles },
      );
      const { press = [] }: Scene = scenes[name];
      await waitUntil(() => has(tab, ':is(.middle, .empty)'), `the scene ${name}`);
      for (const label of press) await pressButton(tab, label);
      return tab;
    },
  };
}

async function stylesheet(name: string): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [`widget/ui/style/${name}`], bundle: true, write: false });
  return outputFiles[0]?.text ?? '';
}

async function has(tab: Page, selector: string): Promise<boolean> {
  return (await tab.$(`>>> ${selector}`)) !== null;
}

/** The element that is named so, by its text or its label, as soon as it is there. */
export async function named(tab: Page, label: string): Promise<ElementHandle<HTMLElement>> {
  const find = async () => {
    for (const element of await tab.$$('>>> :is(button, summary, a, input, textarea)')) {
      const fits = await element.evaluate((node, wanted) => {
        const names = [
          node.getAttribute('aria-label'),
          node.textContent,
          node.id && node.closest('.field')?.textContent,
        ];
        return (
          node instanceof HTMLElement &&
          node.checkVisibility() &&
          names.some((name) => name?.trim() === wanted || (name?.trim() ?? '').startsWith(wanted))
        );
      }, label);
      if (fits) return element as ElementHandle<HTMLElement>;
    }
    return null;
  };
  return waitUntil(find, `something named ${label}`);
}

/** Presses what is named so, wherever it has been scrolled to. */
export async function pressButton(tab: Page, label: string): Promise<void> {
  const button = await named(tab, label);
  await button.scrollIntoView();
  await button.click();
}
