import type { ElementHandle, Page } from 'puppeteer-core';
import * as z from 'zod/mini';

declare global {
  /** Milliseconds from the last click to when the focus stood in what matches; rejects after twenty seconds. */
  var focusTime: (selector: string) => Promise<number>;
  /** The longest task of at least 50 ms so far, in milliseconds; 0 when there was none. */
  var longestTask: () => number;
}

/** Chromium's own record: what took its thread how long (microseconds, waiting for a processor left out), and of which script. */
const trace = z.object({
  traceEvents: z.array(
    z.object({
      name: z.string(),
      tdur: z.optional(z.number()),
      args: z.optional(z.looseObject({ data: z.optional(z.looseObject({ url: z.optional(z.string()) })) })),
    }),
  ),
});

/**
 * Loads the page, opens the drawer by a click on the launcher, then Feedback, and again. Name → milliseconds; `slower` is
 * how many times slower than it can the processor of that page goes.
 */
export async function timesIn(page: Page, address: string, slower: number): Promise<Record<string, number>> {
  await page.evaluateOnNewDocument(watch);
  await page.tracing.start({ categories: ['devtools.timeline', 'v8'] });
  await page.goto(address, { waitUntil: 'networkidle0' });
  const loading = z.parse(trace, JSON.parse(new TextDecoder().decode(await page.tracing.stop())));
  const longest = await page.evaluate(() => globalThis.longestTask());

  const open = await clickOn(page, '.launcher', '[role=tab]');
  const feedback = await clickOn(page, '#tab-feedback', 'textarea[name=text]');
  await clickOn(page, '#tab-news', '#tab-news');
  const again = await clickOn(page, '#tab-feedback', 'textarea[name=text]');

  const pace = slower === 1 ? '' : `, ${slower} times slower`;
  return {
    [`launcher script${pace}`]: scriptTime(loading, '/noticeboard.js'),
    [`longest task of the page${pace}`]: longest,
    [`click on launcher to focus in the panel${pace}`]: open,
    [`click on Feedback to focus in its field, first${pace}`]: feedback,
    [`click on Feedback to focus in its field, again${pace}`]: again,
  };
}

/** How long it took to compile and run a script, in milliseconds. */
function scriptTime({ traceEvents }: z.infer<typeof trace>, file: string): number {
  const own = traceEvents.filter(
    ({ name, args }) => /^(EvaluateScript|v8\.compile)$/.test(name) && args?.data?.url?.includes(file),
  );
  // Running contains compiling, where it was not compiled while it came in.
  const total = (wanted: string) =>
    own.filter(({ name }) => name === wanted).reduce((sum, { tdur = 0 }) => sum + tdur, 0);
  return Math.max(total('EvaluateScript'), total('v8.compile')) / 1000;
}

/** Clicks once it is there and stands still, and returns how long the focus took to where it belongs. */
async function clickOn(page: Page, selector: string, target: string): Promise<number> {
  const found = await page.waitForFunction(
    (wanted) => {
      const roots = [...document.querySelectorAll('[data-noticeboard]')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
      const inner = roots.flatMap((root) => root.querySelector('.drawer > div')?.shadowRoot ?? []);
      const found = [...roots, ...inner].flatMap((root) => root.querySelector(wanted) ?? [])[0];
      return found && roots.every((root) => root.getAnimations().length === 0) ? found : null;
    },
    { polling: 50 },
    selector,
  );
  const focused = page.evaluate((wanted) => globalThis.focusTime(wanted), target);
  const button = found.asElement() as ElementHandle<HTMLElement> | null;
  await button?.click();
  return focused;
}

/** Runs in the page before anything else does. */
function watch(): void {
  let clicked = 0;
  let longest = 0;
  addEventListener(
    'click',
    ({ timeStamp }) => {
      clicked = timeStamp;
    },
    true,
  );
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  globalThis.longestTask = () => longest;
  // Looked for every 4 ms, the least that a timer waits: what the focus does within one shadow root is not told outside.
  globalThis.focusTime = (selector) =>
    new Promise((resolve, reject) => {
      const before = clicked;
      const end = performance.now() + 20_000;
      const timer = setInterval(() => {
        let focused = document.activeElement;
        while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
        const there = clicked > before && focused?.matches(selector);
        if (!there && performance.now() < end) return;
        clearInterval(timer);
        if (there) resolve(performance.now() - clicked);
        else reject(new Error(`The focus did not come to ${selector}.`));
      });
    });
}
