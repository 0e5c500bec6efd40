import { readFile } from 'node:fs/promises';
import puppeteer from 'puppeteer-core';
import * as z from 'zod/mini';
import { findChromium } from './browsers.ts';
import { bundleScript } from './bundle.ts';

const feedCase = z.object({
  name: z.string(),
  feed: z.string(),
  expect: z.optional(
    z.object({
      of: z.enum(['feed', 'first item']),
      field: z.enum(['title', 'link', 'id', 'summary', 'subtitle']),
      value: z.string(),
    }),
  ),
});
type FeedCase = z.infer<typeof feedCase>;
const outcome = z.union([
  z.object({ fields: z.record(z.string(), z.record(z.string(), z.string())) }),
  z.object({ exception: z.string() }),
]);

/** Where the suite's own server has its feeds. */
const SERVER = 'http://127.0.0.1:8097/';

/** The address of a feed: the one its server says in the header that the feed's first comment gives it, else its own. */
function addressOf({ feed }: FeedCase): string {
  const header = /^\s*Header:\s*Content-Location:\s*(\S+)/im.exec(feed.slice(0, 2000))?.[1] ?? '';
  return new URL(header, SERVER).href;
}

const folded = (text: string | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();

/** `npm run feeds -- FILE.jsonl`: reads every feed of the file in Chromium and counts what comes out as expected. */
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name a file: npm run feeds -- FILE.jsonl');
const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line.trim() !== '');
const cases = lines.map((line) => feedCase.parse(JSON.parse(line)));
const { text: reader } = await bundleScript({ entry: 'scripts/feedsInPage.ts', result: 'readInPage' }, {});

const browser = await puppeteer.launch({
  executablePath: await findChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
let met = 0;
let expected = 0;
let calm = 0;
try {
  const page = await browser.newPage();
  await page.evaluate(`globalThis.readInPage = eval(${JSON.stringify(reader)})`);
  for (const one of cases) {
    const input = `${JSON.stringify(one.feed)}, ${JSON.stringify(addressOf(one))}`;
    const result = outcome.parse(
      await page.evaluate(`(() => {
        try { return { fields: readInPage(${input}) }; } catch (error) { return { exception: String(error) }; }
      })()`),
    );
    if ('exception' in result) console.log(`${one.name}: threw ${result.exception}`);
    else calm += 1;
    if (!one.expect) continue;
    expected += 1;
    const { of, field, value } = one.expect;
    const actual = 'fields' in result ? folded(result.fields[of]?.[field]) : '';
    if (actual === folded(value)) met += 1;
    else console.log(`${one.name}: ${of} ${field}\n  expected ${folded(value)}\n  got      ${actual}`);
  }
} finally {
  await browser.close();
}
console.log(`${met} of ${expected} expectations, ${calm} of ${cases.length} feeds without an exception`);
