import type { Page } from 'puppeteer-core';

/** way → how a person, or the CRM's own scripts, get from one view to the next. */
export const navigations: Record<string, (page: Page) => Promise<unknown>> = {
  'a link': async (page) => {
    await Promise.all([page.waitForNavigation(), page.click('#next')]);
  },
  'the way back from another page': (page) => page.goBack(),
  'a part of the page that is exchanged under another address': (page) =>
    page.evaluate(() => {
      history.pushState({}, '', 'index.php?module=Leads&view=Detail&record=7');
      document.querySelector('.main-container')?.replaceChildren('A lead');
    }),
  'the way back from an exchanged part': async (page) => {
    const back = page.evaluate(
      () => new Promise<void>((resolve) => addEventListener('popstate', () => resolve(), { once: true })),
    );
    await page.evaluate(() => history.back());
    await back;
  },
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
