import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';
import { fixtures } from '../test/fixtures/crm/fixtures.ts';
import { moduleAnswers } from '../test/fixtures/crm/moduleAnswers.ts';
import type { Page } from '../widget/contract/page.ts';
import { page as pageSchema } from '../widget/contract/page.ts';
import type { Fact } from '../widget/crm/adapter.ts';
import { facts } from '../widget/crm/adapter.ts';
import { adapters } from '../widget/crm/adapters.ts';
import { moduleManager } from '../widget/crm/moduleManager/moduleManager.ts';
import { moduleAnswerIn, withModule } from '../widget/crm/vtigerModule/moduleAnswer.ts';
import { findChromium } from './browsers.ts';
import { bundleScript } from './bundle.ts';
import { aligned } from './markdown.ts';

const titles: Record<Fact, string> = {
  version: 'version',
  company: 'company',
  os: 'operating system',
  industry: 'industry',
  installKey: 'install key',
  uid: "vtiger's uid",
  extensions: 'installed extensions',
  system: 'server',
  administrator: 'administrator',
  userId: 'user id',
  language: 'language',
  module: 'module',
  view: 'view',
  features: 'features',
};

/**
 * Generation or fork × datum → where it is read, as a Markdown table: what came of reading every fixture in Chromium, below
 * what the vtiger module tells.
 */
export async function sourcesTable(): Promise<string> {
  const pages = await readFixtures();
  const products = adapters.map(({ name }): [string, Page[]] => [name, pages.get(name) ?? []]);
  const sources: [string, Page[]][] = [['any, with the vtiger module', moduleSays()], ...products];
  const head = ['', ...facts.map((fact) => titles[fact])];
  const rows = sources.map(([name, pages]) => [name, ...facts.map((fact) => cell(fact, pages))]);
  return aligned(head, rows).join('\n');
}

const NONE = '–';

function cell(fact: Fact, pages: readonly Page[]): string {
  if (fact === 'extensions' && pages.some((page) => !page.extensions && moduleManager(page)))
    return 'Module Manager, administrators';
  // What the service makes of a page without one.
  if (fact === 'installKey' && !pages.some((page) => page.installKey))
    return pages.some((page) => page.uid) ? 'derived from the uid, else random' : 'random';
  const readings = pages.flatMap((page) => {
    const reading = page[fact];
    return reading ? [{ source: reading.source, administrator: page.administrator?.value }] : [];
  });
  if (readings.length === 0) return NONE;
  const sources = [...new Set(readings.map(({ source }) => source))].join(', ');
  return readings.every(({ administrator }) => administrator === true) ? `${sources}, administrators` : sources;
}

/** What is known on an otherwise empty page where the module answered. */
function moduleSays(): Page[] {
  const page: Page = { baseUrl: 'http://crm.test/', product: 'CRM' };
  const answers = moduleAnswers.flatMap((answer) => moduleAnswerIn(JSON.stringify(answer)) ?? []);
  return answers.map((answer) => pageSchema.parse(withModule(page, answer)));
}

async function readFixtures(): Promise<Map<string, Page[]>> {
  const { text } = await bundleScript({ entry: 'widget/crm/readPage.ts', result: 'readPage' }, {});
  const browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const tab = await browser.newPage();
    await tab.evaluate(`globalThis.readPage = eval(${JSON.stringify(text)})`);
    const pages = new Map<string, Page[]>();
    for (const { adapter, html, path } of fixtures) {
      if (adapter === null) continue;
      const found = await tab.evaluate(
        `readPage(new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html'), 'http://crm.test' + ${JSON.stringify(path)})`,
      );
      pages.set(adapter, [...(pages.get(adapter) ?? []), pageSchema.parse(found)]);
    }
    return pages;
  } finally {
    await browser.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(await sourcesTable());
