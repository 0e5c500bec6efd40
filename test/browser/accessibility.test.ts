import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import type axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import type { Look } from './gallery/gallery.ts';
import type { SceneName } from './gallery/scenes.ts';
import { scenes } from './gallery/scenes.ts';
import { galleryTabs } from './gallery/tabs.ts';
import type { BrowserName } from './harness/browsers.ts';
import { inBoth } from './harness/browsers.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/** Changes how an open page looks. */
type Change = (tab: Page) => Promise<void>;

const media =
  (name: string, value: string): Change =>
  async (tab) => {
    const session = await tab.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', { features: [{ name, value }] });
    await session.detach();
  };
const size =
  (width: number, height: number): Change =>
  (tab) =>
    tab.setViewport({ width, height });
/** WCAG 1.4.12. */
const spacing: Change = async (tab) => {
  await tab.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '.panel * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }',
    );
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
};

const fromTheRight: Change = async (tab) => {
  const panel = await tab.$('>>> .panel');
  await panel?.evaluate((element) => element.setAttribute('dir', 'rtl'));
};

/** One after the other on the same page. Firefox cannot be told these media features while it runs. */
const changes: Record<BrowserName, Record<string, Change>> = {
  chromium: {
    'in light': async () => {},
    'in dark': media('prefers-color-scheme', 'dark'),
    'in forced colours': media('forced-colors', 'active'),
    'with reduced motion': media('prefers-reduced-motion', 'reduce'),
    'read from the right': fromTheRight,
    'on a telephone': size(360, 640),
    'at 400 %': size(320, 256),
    'with wide text': spacing,
  },
  firefox: {
    'in light': async () => {},
    'at 400 %, from the right, with wide text': async (tab) => {
      await fromTheRight(tab);
      await size(320, 256)(tab);
      await spacing(tab);
    },
  },
};

/** Violations, whatever is wider than its place, and whatever hangs out below it over what follows, each as a line. */
async function faults(tab: Page): Promise<string[]> {
  return tab.evaluate(async (values) => {
    // Colours are compared once they have arrived.
    const roots = [document, document.getElementById('noticeboard')?.shadowRoot].flatMap((root) => root ?? []);
    const motions = roots
      .flatMap((root) => root.getAnimations())
      .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(motions.map(({ finished }) => finished));
    const { axe: checker } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await checker.run(document, { runOnly: values });
    const panels = roots.flatMap((root) => [...root.querySelectorAll('.panel, .middle, .view, table')]);
    return [
      ...violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      ),
      ...panels
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ className, scrollWidth, clientWidth }) => `.${className} is ${scrollWidth} wide in ${clientWidth}`),
      ...roots
        .flatMap((root) => [...root.querySelectorAll('.body, .view, .middle')])
        .filter((part) => getComputedStyle(part).overflowY === 'visible' && part.scrollHeight > part.clientHeight + 1)
        .map(({ className, scrollHeight, clientHeight }) => `.${className} is ${scrollHeight} high in ${clientHeight}`),
    ];
  }, tags);
}

inBoth('Nothing keeps anybody out of', (browser, browserName) => {
  const show = galleryTabs(browser);

  async function check(scene: SceneName, look: Look): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    const tab = await show(scene, look);
    await tab.evaluate(axeSource);
    for (const [name, change] of Object.entries(changes[browserName])) {
      await change(tab);
      const wrong = await faults(tab);
      if (wrong.length > 0) found[name] = wrong;
    }
    return found;
  }

  for (const scene of Object.keys(scenes) as SceneName[]) {
    test(`the scene "${scene}"`, async () => assert.deepEqual(await check(scene, { surface: 'tab' }), {}));
  }
  for (const scene of ['news', 'extensions', 'feedback, written', 'outbox'] as const) {
    test(`the scene "${scene}" in the drawer on a CRM`, async () =>
      assert.deepEqual(await check(scene, { shadow: true }), {}));
  }
});
