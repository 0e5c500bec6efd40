import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { timesIn } from './benchInPage.ts';
import { findChromium } from './browsers.ts';
import { build } from './build.ts';

/**
 * `npm run bench [-- RUNS]`: what the drop-in costs the demo CRM, in Chromium, from a hub on this machine; 9 runs unless it
 * says otherwise, each with a new profile's empty caches. Prints median, least and most of each time in milliseconds.
 * A number to look at, not a test: it depends on the machine and on what else that does.
 */
const RUNS = Number(process.argv[2] ?? 9);
if (!Number.isInteger(RUNS) || RUNS < 1) throw new Error('Say how many runs: npm run bench -- 9');

/** What CONTRIBUTING says each should come to, in milliseconds; the clicks at the machine's own pace. */
const goals: Record<string, number> = {
  'launcher script, 4 times slower': 10,
  'longest task of the page, 4 times slower': 50,
  'click on Feedback to focus in its field, again': 25,
};

async function measure(browser: Browser, url: string, slower: number): Promise<Record<string, number>> {
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.emulateCPUThrottling(slower);
    return await timesIn(page, `${url}/demo/`, slower);
  } finally {
    await context.close();
  }
}

function summary(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  const [median, least, most] = [sorted[Math.floor(sorted.length / 2)], sorted[0], sorted.at(-1)];
  return [median, least, most].map((value) => (value ?? 0).toFixed(1).padStart(8)).join('');
}

await build('');
const data = await mkdtemp(join(tmpdir(), 'noticeboard-bench-'));
const hub = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
  env: { ...process.env, PORT: '0', DATA_DIR: data, DATABASE_URL: '', NODE_ENV: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
const ended = new Promise((resolve) => hub.on('exit', resolve));
let browser: Browser | undefined;
try {
  let url: string | undefined;
  for await (const line of createInterface(hub.stdout)) {
    url = /listens on (\S+)/.exec(line)?.[1];
    if (url !== undefined) break;
  }
  if (url === undefined) throw new Error('The hub did not start.');
  browser = await puppeteer.launch({
    executablePath: await findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const times = new Map<string, number[]>();
  for (let run = 0; run < RUNS; run++) {
    for (const slower of [4, 1]) {
      for (const [name, time] of Object.entries(await measure(browser, url, slower))) {
        times.set(name, [...(times.get(name) ?? []), time]);
      }
    }
  }
  console.log(`${'milliseconds'.padEnd(64)}  median   least    most`);
  for (const [name, values] of times) {
    const goal = goals[name] === undefined ? '' : `  (at most ${goals[name]})`;
    console.log(name.padEnd(64) + summary(values) + goal);
  }
} finally {
  await browser?.close();
  hub.kill('SIGTERM');
  await ended;
  await rm(data, { recursive: true, force: true });
}
