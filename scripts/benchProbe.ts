import puppeteer from 'puppeteer-core';
import * as z from 'zod/mini';
import { v7LayoutPage } from '../test/fixtures/crm/v7LayoutPage.ts';
import { findChromium } from './browsers.ts';
import { bundleScript } from './bundle.ts';

const ADDRESS = 'http://crm.test/vtigercrm/index.php?module=Contacts&view=List';
const SIZE = 800 * 1024;
const RUNS = 201;
/** What a slow office computer is to this one. */
const THROTTLE = 4;

const medians = z.object({ recognised: z.number(), read: z.number(), probed: z.number() });

/** Rows of a list of contacts, of that many characters. */
function rows(size: number): string {
  const row = (
    at: number,
  ) => `<tr class="listViewEntries" data-id="${at}"><td><input type="checkbox" value="${at}"></td>
<td><a href="index.php?module=Contacts&view=Detail&record=${at}">Grace Example ${at}</a></td>
<td><span class="value" data-field-type="email">grace${at}@acme.example</span></td><td>Acme</td><td>+49 30 ${at}</td></tr>`;
  const count = Math.ceil(size / row(1_000).length);
  return `<table class="table listview-table">${Array.from({ length: count }, (_, at) => row(at)).join('')}</table>`;
}

const pages: Readonly<Record<string, string>> = {
  'a list in vtiger 8': v7LayoutPage({ version: '8.4.0', content: rows(SIZE) }),
  'the same list in no CRM': `<!doctype html><title>Contacts</title>${rows(SIZE)}`,
};

/** `npm run bench:probe`: how long recognising and probing a large page takes in Chromium. Milliseconds, medians. */
const [{ text: probe }, { text: timer }] = await Promise.all([
  bundleScript({ entry: 'extension/probe.ts', result: 'page' }, {}),
  bundleScript({ entry: 'scripts/benchProbeInPage.ts', result: 'timeProbe' }, {}),
]);
const browser = await puppeteer.launch({
  executablePath: await findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  console.log(
    `Chromium, pages of ${SIZE / 1024} KB, medians of ${RUNS} runs in ms, and with a CPU ${THROTTLE} times slower`,
  );
  for (const [name, html] of Object.entries(pages)) {
    const tab = await browser.newPage();
    await tab.setRequestInterception(true);
    tab.on('request', (request) => {
      request.respond(
        request.url() === ADDRESS ? { contentType: 'text/html; charset=utf-8', body: html } : { status: 404 },
      );
    });
    await tab.goto(ADDRESS);
    const times: z.infer<typeof medians>[] = [];
    for (const factor of [1, THROTTLE]) {
      await tab.emulateCPUThrottling(factor);
      const answer = await tab.evaluate(`eval(${JSON.stringify(timer)})(${JSON.stringify(probe)}, ${RUNS})`);
      times.push(medians.parse(answer));
    }
    for (const part of ['recognised', 'read', 'probed'] as const) {
      console.log(
        `${name.padEnd(24)} ${part.padEnd(10)} ${times.map((each) => each[part].toFixed(2).padStart(7)).join(' ')}`,
      );
    }
    await tab.close();
  }
} finally {
  await browser.close();
}
