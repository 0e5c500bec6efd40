import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { inBoth } from '../harness/browsers.ts';
import type { Site } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { floods } from './cases.ts';
import { answer, mountNews, openNews, rss } from './newsPage.ts';

/** HTML that wants to run, to load or to lead astray. `RUN` notes that it ran; `LOAD` is an address on our own server. */
const attacks: readonly string[] = [
  '<script>RUN</script>',
  '<SCRIPT SRC="LOAD/script"></SCRIPT>',
  '<scr<script>ipt>RUN</scr</script>ipt>',
  '<script/x>RUN</script>',
  '<img src="LOAD/img" onerror="RUN" onload="RUN" alt="words">',
  '<img src=x onerror=RUN//',
  '<img srcset="LOAD/srcset 1x"><picture><source srcset="LOAD/source"></picture>',
  '<b onclick="RUN" onmouseover=RUN style="background:url(LOAD/style)" class="panel" id="x">b</b>',
  '<style>@import "LOAD/import"; * { background: url(LOAD/css) }</style>',
  '<link rel="stylesheet" href="LOAD/link"><meta http-equiv="refresh" content="0;url=LOAD/meta">',
  '<base href="LOAD/base/"><a href="x">x</a>',
  '<iframe src="LOAD/frame"></iframe><iframe srcdoc="<script>parent.RUN</script>"></iframe>',
  '<object data="LOAD/object"></object><embed src="LOAD/embed"><applet code="LOAD/applet"></applet>',
  '<video src="LOAD/video" poster="LOAD/poster" autoplay></video><audio src="LOAD/audio" autoplay></audio>',
  '<svg onload="RUN"><script>RUN</script><image href="LOAD/svg"/><a xlink:href="javascript:RUN">x</a></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=RUN&gt;">',
  '<svg></p><style><a id="</style><img src=1 onerror=RUN>">',
  '<noscript><p title="</noscript><img src=x onerror=RUN>">',
  '<textarea><img src=x onerror=RUN></textarea><title><img src=LOAD/title></title>',
  '<form action="LOAD/form"><input name=a autofocus onfocus=RUN><button formaction="javascript:RUN">Send</button></form>',
  '<template><img src="LOAD/template"></template>',
  '<a href="javascript:RUN">x</a>',
  '<a href=" &#14; javascript:RUN">x</a>',
  '<a href="java&#9;script:RUN">x</a><a href="java\nscript:RUN">x</a><a href="&#106;avascript&colon;RUN">x</a>',
  '<a href="JaVaScRiPt:RUN">x</a><a href="\u0001javascript:RUN">x</a><a href="javascript&Tab;:RUN">x</a>',
  '<a href="data:text/html,<script>RUN</script>">x</a><a href="vbscript:RUN">x</a><a href="blob:x">x</a><a href="file:///etc/passwd">x</a>',
  '<a href="https://fine.test/" target="_self" rel="opener" ping="LOAD/ping" onclick="RUN">x</a>',
  '<a href="//fine.test/x">x</a><a href="http:fine.test">x</a><a href="mailto:a@b.test">x</a>',
  '<x-panel is="x"><slot name="a"></slot></x-panel><dialog open>x</dialog><marquee onstart=RUN>x</marquee>',
  '<body onload=RUN background="LOAD/body"><table background="LOAD/table"><td background="LOAD/td">x',
  '<a title="<img src=x onerror=RUN>" href="https://fine.test/">x</a>',
  '<![CDATA[<img src=x onerror=RUN>]]><!--><img src=x onerror=RUN>-->',
  '&lt;img src=x onerror=RUN&gt;',
];

const item = (html: string) =>
  `<title>Item</title><link>https://vendor.test/1</link><description>Short</description><content:encoded>${html
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')}</content:encoded>`;

/** Everything in the panel that could do anything, apart from what the panel itself is made of. */
async function suspects(page: Page): Promise<string[]> {
  return page.$$eval('.text *, .item > a', (elements) =>
    elements.flatMap((element) => {
      const attributes = element
        .getAttributeNames()
        .filter((name) => !['href', 'target', 'rel', 'class'].includes(name));
      const protocol = element instanceof HTMLAnchorElement && element.protocol;
      const astray = protocol !== false && !['https:', 'http:', 'mailto:'].includes(protocol);
      const loose =
        element instanceof HTMLAnchorElement && (element.rel !== 'noopener noreferrer' || element.target !== '_blank');
      const active = /^(script|style|img|svg|math|iframe|object|embed|form|input|button|video|audio|template|slot)$/i;
      const foreign = active.test(element.localName) && !element.closest('.item > a');
      return attributes.length > 0 || astray || loose || foreign ? [element.outerHTML.slice(0, 200)] : [];
    }),
  );
}

inBoth('Hostile news', (browser) => {
  let site: Site;
  before(async () => {
    site = await serve({ '/': { body: '<!doctype html><title>Panel</title>' } });
  });
  after(() => site.close());

  test('run nothing, load nothing and lead nowhere', async () => {
    const html = attacks.map((attack) =>
      attack.replaceAll('RUN', 'top.ran=true').replaceAll('LOAD', `${site.origin()}/load`),
    );
    const feed = rss(...html.map((attack, at) => `${item(attack)}<guid>${at}</guid>`));
    const page = await openNews(browser(), answer(feed), { address: `${site.origin()}/` });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.$$eval('.item h3 button', (buttons) => {
      for (const button of buttons) if (button instanceof HTMLElement) button.click();
    });
    await page.waitForFunction((count) => document.querySelectorAll('.text').length === count, {}, attacks.length);
    assert.deepEqual(await suspects(page), []);
    for (const link of await page.$$('.text b')) await link.click();
    // Whatever would load has asked by the time a request of our own is through.
    await page.evaluate(() => fetch('/last'));
    assert.equal(await page.evaluate(() => Reflect.get(globalThis, 'ran')), undefined);
    assert.deepEqual(
      site.requests.map(({ url }) => url).filter((url) => url !== '/favicon.ico'),
      ['/', '/last'],
    );
    assert.deepEqual(
      [...new Set(asked)].filter((url) => !url.endsWith('/favicon.ico')),
      [`${site.origin()}/last`],
    );
    assert.match(await page.$eval('.news', (news) => news.textContent ?? ''), /words/);
    await page.close();
  });

  test('leave the panel usable, however deep or long they are', { timeout: 240_000 }, async () => {
    const page = await openNews(browser(), answer(rss()));
    for (const piece of floods) {
      await mountNews(page, answer(rss(item(piece.repeat(200_000 / piece.length)))));
      await page.click('.item button');
      await page.waitForSelector('.text');
      assert.ok((await page.$eval('.text', (text) => text.querySelectorAll('*').length)) <= 5000, piece);
      await page.click('.chip');
      assert.equal(await page.$eval('.chip', (chip) => chip.getAttribute('aria-pressed')), 'true', piece);
    }
    await page.close();
  });
});
