import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page as Tab } from 'puppeteer-core';
import { page as pageSchema } from '../../widget/contract/page.ts';
import type { readPage } from '../../widget/crm/readPage.ts';
import { fixtures } from '../fixtures/crm/fixtures.ts';
import { v7LayoutPage } from '../fixtures/crm/v7LayoutPage.ts';
import { inBoth } from './harness/browsers.ts';
import { bundle } from './harness/bundle.ts';
import type { Site, Table } from './harness/site.ts';
import { serve } from './harness/site.ts';

declare global {
  /** The bundle under test, once it was put into a page. */
  var crm: { readPage: typeof readPage };
}

const own = v7LayoutPage({ version: '8.4.0' });

/** What a page may do to us → how, in that page, its document is spoiled; and what must still be right. */
const attacks: Record<string, { spoil: (page: Document) => void; keeps: readonly string[]; loses: readonly string[] }> =
  {
    'a footer of 10 MB': {
      spoil: (page) => page.querySelector('footer p')?.prepend('vtiger CRM - 8.'.repeat(700_000)),
      keeps: ['version', 'administrator'],
      loses: [],
    },
    'attributes of 10 MB': {
      spoil: (page) => {
        const long = 'record=1'.repeat(1_300_000);
        page.body.setAttribute('data-language', long);
        for (const element of page.querySelectorAll('#app-menu a, img, input')) element.setAttribute('href', long);
        page.querySelector('#menubar_item_right_LBL_MY_PREFERENCES')?.setAttribute('href', `?${long}&${long}`);
      },
      keeps: ['version', 'administrator', 'userId'],
      loses: ['language'],
    },
    'a declaration of 10 MB': {
      spoil: (page) => {
        const script = page.createElement('script');
        script.id = 'noticeboard-install';
        script.type = 'application/json';
        script.text = JSON.stringify({ version: '6.6.6', company: 'A'.repeat(10_000_000) });
        page.head.append(script);
      },
      keeps: ['version', 'administrator'],
      loses: ['company'],
    },
    'inline scripts of 10 MB': {
      spoil: (page) => {
        for (let at = 0; at < 5; at += 1) {
          const script = page.createElement('script');
          script.text = '_META = {_USERMETA={'.repeat(500_000);
          page.head.prepend(script);
        }
      },
      keeps: ['version', 'administrator'],
      loses: [],
    },
    'scripts that begin what is looked for over and over': {
      spoil: (page) => {
        for (let at = 0; at < 150; at += 1) {
          const script = page.createElement('script');
          script.text = `_META = {module:'${' '.repeat(1900)}`.repeat(10);
          page.head.prepend(script);
        }
      },
      keeps: ['version', 'administrator'],
      loses: [],
    },
    '100,000 scripts': {
      spoil: (page) => {
        for (let at = 0; at < 100_000; at += 1) page.body.append(page.createElement('script'));
      },
      keeps: ['version', 'administrator', 'userId'],
      loses: [],
    },
    'an address and a variable that are no words': {
      spoil: (page) => {
        for (const script of page.scripts)
          script.text = script.text.replace('"Contacts"', '"<img src=x onerror=alert(1)>"');
      },
      keeps: ['version', 'administrator'],
      loses: ['module', 'view'],
    },
  };

const firstOfEach = fixtures.filter(
  ({ adapter }, at) => adapter !== null && fixtures.findIndex((each) => each.adapter === adapter) === at,
);

inBoth('A hostile page', (browser) => {
  const table: Table = { '/': { body: '<!doctype html><title>Empty</title>' } };
  let site: Site;
  let script: string;
  let tab: Tab;
  before(async () => {
    script = await bundle('widget/crm/readPage.ts', 'crm');
    site = await serve(table);
    tab = await browser().newPage();
  });
  after(() => site.close());

  for (const [what, { spoil, keeps, loses }] of Object.entries(attacks)) {
    test(`with ${what} costs neither time nor truth`, { timeout: 30_000 }, async () => {
      await tab.goto(`${site.origin('crm.test')}/`);
      await tab.evaluate(script);
      const [whole, found] = await tab.evaluate(
        (html, attack) => {
          const address = 'http://crm.test/vtigercrm/index.php?module=%3Cb%3E&view=..%2F';
          const [plain, spoilt] = [0, 1].map(() => new DOMParser().parseFromString(html, 'text/html'));
          if (!plain || !spoilt) throw new Error('Nothing was parsed.');
          new Function('page', `(${attack})(page)`)(spoilt);
          return [crm.readPage(plain, address), crm.readPage(spoilt, address)] as const;
        },
        own,
        spoil.toString(),
      );
      for (const fact of keeps) assert.deepEqual(Reflect.get(found ?? {}, fact), Reflect.get(whole ?? {}, fact), fact);
      for (const fact of loses) assert.equal(Reflect.get(found ?? {}, fact), undefined, fact);
      if (found) assert.deepEqual(pageSchema.parse(found), found);
    });
  }

  test('of any generation, with scripts that begin what is looked for over and over, tells nothing or the truth', async () => {
    await tab.goto(`${site.origin('crm.test')}/`);
    await tab.evaluate(script);
    for (const { adapter, html, path } of firstOfEach) {
      const [whole, found] = await tab.evaluate(
        (text, address) => {
          const [plain, spoilt] = [0, 1].map(() => new DOMParser().parseFromString(text, 'text/html'));
          if (!plain || !spoilt) throw new Error('Nothing was parsed.');
          for (let at = 0; at < 150; at += 1) {
            const code = spoilt.createElement('script');
            code.text =
              `CONFIG = { _META = { gVTModule = /crm/feedback.php?uid=0123 gVTUserID = '${' '.repeat(90)}`.repeat(150);
            spoilt.head.prepend(code);
          }
          return [crm.readPage(plain, address), crm.readPage(spoilt, address)] as const;
        },
        html,
        `http://crm.test${path}`,
      );
      for (const [fact, value] of Object.entries(found ?? {})) {
        assert.deepEqual(value, Reflect.get(whole ?? {}, fact), `${adapter}: ${fact}`);
      }
    }
  });

  test('with elements named after the functions of the document is no CRM', async () => {
    const names = ['querySelector', 'querySelectorAll', 'scripts', 'body', 'readyState'];
    const images = names.map((name) => `<img name="${name}">`).join('');
    table['/index.php'] = { body: v7LayoutPage({ version: '8.4.0', content: images }) };
    await tab.goto(`${site.origin('crm.test')}/index.php`, { waitUntil: 'domcontentloaded' });
    await tab.evaluate(script);
    assert.equal(await tab.evaluate(() => typeof document.querySelector), 'object', 'the attack works');
    assert.equal(await tab.evaluate(() => crm.readPage(document, document.URL)), null);
  });

  test('has no say in what its address is made of', async () => {
    await tab.goto(`${site.origin('crm.test')}/`);
    await tab.evaluate(script);
    const found = await tab.evaluate((html) => {
      const page = new DOMParser().parseFromString(html, 'text/html');
      return ['', 'nonsense', 'about:blank', 'javascript:1', 'file:///index.php', `http://x/${'a/'.repeat(2000)}`].map(
        (url) => crm.readPage(page, url),
      );
    }, own);
    assert.deepEqual(found, [null, null, null, null, null, null]);
  });
});
