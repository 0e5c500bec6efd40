import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import type { Browser } from 'puppeteer-core';
import puppeteer from 'puppeteer-core';
import { findChromium, findFirefox } from '../../../scripts/browsers.ts';
import { bidi } from './bidi.ts';

/** Names that stand for machines on an intranet: they lead to loopback, yet are not a secure context over plain HTTP. */
const testHosts = ['crm.test', 'other.test', 'hub.test'];

/** The extension's host in `moz-extension:` addresses; the same in every Firefox that the tests start. */
export const firefoxExtensionHost = '6e6f7469-6365-4b6f-a172-646c6f63616c';

export interface LaunchOptions {
  /** Host names that lead to 127.0.0.1, beside `testHosts`. */
  readonly hosts?: readonly string[];
  /**
   * The directory of an unpacked extension. Firefox keeps it over a restart when a `profile` is given too; the second
   * start then goes without it. Chromium is given it at every start.
   */
  readonly extension?: string;
  /** A profile directory that the caller makes and removes; else a new one, removed when the browser closes. */
  readonly profile?: string;
  /** Further command line arguments. */
  readonly args?: readonly string[];
  /** Further preferences; Firefox only. */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
}

const viewport = { width: 1280, height: 800 };

/** Starts headless Chromium. Nothing but loopback can be reached. */
async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const toLoopback = [...testHosts, ...(options.hosts ?? [])].map((host) => `MAP ${host} 127.0.0.1`);
  const rules = [...toLoopback, 'MAP * ~NOTFOUND', 'EXCLUDE 127.0.0.1', 'EXCLUDE localhost'];
  return puppeteer.launch({
    executablePath: await findChromium(),
    headless: true,
    pipe: true,
    defaultViewport: viewport,
    args: [
      `--host-resolver-rules=${rules.join(', ')}`,
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--disable-gpu',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(options.args ?? []),
    ],
    ...(options.extension === undefined ? {} : { enableExtensions: [options.extension] }),
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
  });
}

/** Starts headless Firefox. Nothing but loopback can be reached. */
async function launchFirefox(options: LaunchOptions = {}): Promise<Browser> {
  const hosts = [...testHosts, ...(options.hosts ?? [])];
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    headless: true,
    defaultViewport: viewport,
    args: ['--remote-allow-system-access', ...(options.args ?? [])],
    extraPrefsFirefox: {
      ...quietPreferences,
      'network.dns.localDomains': hosts.join(','),
      'network.proxy.no_proxies_on': hosts.join(','),
      ...(options.extension === undefined ? {} : await extensionPreferences(options.extension)),
      ...options.preferences,
    },
    ...(options.profile === undefined ? {} : { userDataDir: options.profile }),
  });
  const { extension, profile } = options;
  if (extension !== undefined && profile !== undefined) await installForGood(browser, extension, profile);
  else if (extension !== undefined) await browser.installExtension(extension);
  return browser;
}

/** Packs the extension and installs it, over an older version if there is one: only so it outlives a restart of Firefox. */
export async function installForGood(browser: Browser, sourceDir: string, artifactsDir: string): Promise<void> {
  const { default: webExt } = await import('web-ext');
  const { extensionPath } = await webExt.cmd.build(
    { sourceDir, artifactsDir, filename: 'extension.xpi', overwriteDest: true },
    { showReadyMessage: false },
  );
  const extensionData = { type: 'archivePath', path: extensionPath };
  await bidi(browser, 'webExtension.install', { extensionData, 'moz:permanent': true });
}

// Whatever is not loopback goes to a proxy that does not exist; and what Firefox does by itself is switched off.
const quietPreferences = {
  'network.proxy.type': 1,
  'network.proxy.http': '127.0.0.1',
  'network.proxy.http_port': 9,
  'network.proxy.ssl': '127.0.0.1',
  'network.proxy.ssl_port': 9,
  'app.update.disabledForTesting': true,
  'browser.region.network.url': '',
  'browser.safebrowsing.downloads.remote.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'dom.push.connection.enabled': false,
  'extensions.getAddons.cache.enabled': false,
  'extensions.systemAddon.update.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'services.settings.server': 'data:,#remote-settings-dummy/v1',
  'toolkit.telemetry.enabled': false,
  'toolkit.telemetry.server': '',
  'xpinstall.signatures.required': false,
};

async function extensionPreferences(directory: string): Promise<Record<string, string>> {
  const manifest: unknown = JSON.parse(await readFile(join(directory, 'manifest.json'), 'utf8'));
  const id = member(member(member(manifest, 'browser_specific_settings'), 'gecko'), 'id');
  if (typeof id !== 'string') throw new Error(`The manifest in ${directory} names no Firefox id.`);
  return { 'extensions.webextensions.uuids': JSON.stringify({ [id]: firefoxExtensionHost }) };
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

export const launchers = { chromium: launchChromium, firefox: launchFirefox };
export type BrowserName = keyof typeof launchers;

/**
 * Defines the same tests for both browsers. Each is started once, before the first test; `browser()` gives it within a
 * test or hook. A function for `page.evaluate` may not give names to functions of its own (`const f = () => …`): tsx
 * marks those with a helper that the page does not have.
 */
export function inBoth(
  title: string,
  define: (browser: () => Browser, name: BrowserName) => void,
  options: LaunchOptions = {},
): void {
  for (const name of ['chromium', 'firefox'] as const) {
    describe(`${title} (${name})`, () => {
      let running: Browser | undefined;
      before(async () => {
        running = await launchers[name](options);
      });
      after(() => running?.close());
      define(() => {
        if (running === undefined) throw new Error(`${name} is not running: ask for it within a test.`);
        return running;
      }, name);
    });
  }
}
