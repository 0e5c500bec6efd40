import type { Page } from 'puppeteer-core';
import { waitUntil } from './harness/waitUntil.ts';

/** way → how a person, or the CRM's own scripts, get from one view to the next. */
export const navigations: Record<string, (page: Page) => Promise<unknown>> = {
  'a link': async (page) => {
    await Promise.all([page.waitForNavigation(), page.click('#next')]);
  },
  'the way back from another page': back,
  'a part of the page that is exchanged under another address': (page) =>
    page.evaluate(() => {
      history.pushState({}, '', 'index.php?module=Leads&view=Detail&record=7');
      document.querySelector('.main-container')?.replaceChildren('A lead');
    }),
  'the way back from an exchanged part': back,
  'an address that changes its end': (page) =>
    page.evaluate(() => {
      location.hash = 'details';
    }),
  'all of the body that is exchanged': (page) =>
    page.evaluate(() => {
      document.body.replaceWith(document.createElement('body'));
      document.body.append('Another view');
    }),
  'a reload': (page) => page.reload(),
};

/** As the browser's own button does it: the page may come out of memory, and then nothing is loaded that could be waited for. */
async function back(page: Page): Promise<void> {
  const here = await addressOf(page);
  await page.evaluate(() => {
    setTimeout(() => history.back());
  });
  await waitUntil(async () => (await addressOf(page)) !== here, 'the view before is there');
}

function addressOf(page: Page): Promise<string> {
  return page.evaluate(() => location.href);
}
