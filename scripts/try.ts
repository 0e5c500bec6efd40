import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findChromium, findFirefox } from './browsers.ts';
import { build } from './build.ts';

/**
 * `npm run try:chrome`, `npm run try:firefox`: opens a browser with a throw-away profile and the extension in it, on the
 * demo CRM of the hub that `npm start` runs. Ends when the window is closed.
 */
const port = process.env.PORT ?? '8787';
const hub = process.env.HUB_URL ?? `http://localhost:${port}`;

async function openChromium(profile: string): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await findChromium(),
    headless: false,
    pipe: true,
    defaultViewport: null,
    userDataDir: profile,
    enableExtensions: [resolve('dist/chrome')],
    args: ['--no-first-run', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
}

async function openFirefox(profile: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: false,
    defaultViewport: null,
    userDataDir: profile,
  });
  await browser.installExtension(resolve('dist/firefox'));
  return browser;
}

const open = { chrome: openChromium, firefox: openFirefox };

async function main(wanted: string | undefined): Promise<void> {
  if (wanted !== 'chrome' && wanted !== 'firefox') throw new Error('Say which browser: chrome or firefox.');
  // The hub that runs beside this has built it, and serves from there.
  if (!existsSync(`dist/${wanted}/manifest.json`)) await build(hub);
  const profile = await mkdtemp(join(tmpdir(), 'noticeboard-try-'));
  try {
    const browser = await open[wanted](profile);
    const closed = new Promise((resolve) => browser.once('disconnected', resolve));
    const [page = await browser.newPage()] = await browser.pages();
    await page.goto(`${hub}/demo/`).catch(() => console.error(`No hub answers at ${hub}: run npm start beside this.`));
    console.log('Noticeboard is behind the puzzle piece in the toolbar. Close the window when you are done.');
    await closed;
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

main(process.argv[2]).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
