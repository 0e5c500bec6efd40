import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe } from 'node:test';
import type { Browser, Page } from 'puppeteer-core';
import { crmInstall, dropinTag, twoInstalls } from '../../fixtures/crm/site.ts';
import type { Hub } from '../dropin/hub.ts';
import { startHub } from '../dropin/hub.ts';
import type { BrowserName } from '../harness/browsers.ts';
import { installForGood, launchers } from '../harness/browsers.ts';
import type { Site, Table } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { buildExtension } from './buildExtension.ts';
import { allowData } from './firefoxConsent.ts';
import type { Popup } from './popup.ts';
import { openPopup } from './popup.ts';

/** A browser with the extension, a CRM at an intranet name over plain HTTP, and a real hub. */
export interface Scene {
  readonly name: BrowserName;
  readonly browser: Browser;
  readonly hub: Hub;
  readonly site: Site;
  /** Opens an address below the site's origin; a page of the CRM when none is given. */
  open(path?: string): Promise<Page>;
  /** Presses the toolbar's button, with that page in front. */
  openPopup(page: Page): Promise<Popup>;
  /** Closes the browser, and starts it again on the same profile. */
  restart(): Promise<void>;
  /** Updates the extension to a newer version, of the sources as they are, as a store does while the browser runs. */
  update(): Promise<void>;
  /** Kills the browser with SIGKILL, and starts it again on the same profile. */
  crash(): Promise<void>;
}

export interface SceneOptions {
  /**
   * Whether Chromium runs a build that holds the permission for a CRM, because nobody can answer its question when it is
   * headless. Firefox takes its questions as answered with yes, by a preference.
   */
  readonly grants: boolean;
  /** Whether Firefox puts its questions, for the test to answer; else all that the extension may send is allowed, too. */
  readonly asks?: true;
  /** Further host patterns that such a build holds. */
  readonly alsoGranted?: readonly string[];
  /** Whether the extension starts without a hub's address. */
  readonly withoutHub?: true;
  /** The folder of the sources that the first version is built of, where it is not of these. */
  readonly sources?: string;
  /** Further CRMs on the site. */
  readonly crms?: (hub: Hub) => Table;
}

/** What the CRM says of itself. */
const declared = { version: '8.4.0', company: 'Acme', os: 'Linux', industry: 'Manufacturing', administrator: true };

/** What a CRM may say to lead astray. */
const lies = JSON.parse(`{
  "company": "<img src=x onerror=alert(1)>", "version": ["8"], "os": 8, "administrator": "yes",
  "__proto__": { "administrator": true }, "installKey": "-1", "extensions": { "length": 1e9 }
}`);

/** Defines the same tests for both browsers, each with a scene of its own. */
export function withExtension(
  title: string,
  options: SceneOptions,
  define: (scene: () => Scene, name: BrowserName) => void,
): void {
  for (const name of ['chromium', 'firefox'] as const) {
    describe(`${title} (${name})`, () => {
      let scene: Awaited<ReturnType<typeof setUp>> | undefined;
      before(async () => {
        scene = await setUp(name, options);
      });
      after(() => scene?.end());
      define(() => {
        if (!scene) throw new Error('There is no scene yet: ask for it within a test.');
        return scene.value;
      }, name);
    });
  }
}

/** Sets a scene up; `end` takes it down again. When a part cannot be had, what was there already is taken down. */
export async function setUp(
  name: BrowserName,
  options: SceneOptions,
): Promise<{ value: Scene; end: () => Promise<void> }> {
  const takeDown: (() => Promise<unknown> | undefined)[] = [];
  const end = async () => {
    for (const part of takeDown.splice(0).reverse()) await part();
  };
  try {
    return { value: await build(name, options, takeDown), end };
  } catch (error) {
    await end();
    throw error;
  }
}

function newFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `noticeboard-${name}-`));
}

async function build(
  name: BrowserName,
  { grants, asks, alsoGranted = [], withoutHub, sources = '.', crms }: SceneOptions,
  takeDown: (() => Promise<unknown> | undefined)[],
): Promise<Scene> {
  const hub = await startHub();
  takeDown.push(() => hub.stop());
  const site = await serve({
    ...twoInstalls(),
    ...crmInstall('/vtigercrm/', { declared }),
    ...crmInstall('/with-dropin/', { head: dropinTag(hub.url) }),
    ...crmInstall('/lying/', { declared: lies }),
    ...crms?.(hub),
  });
  takeDown.push(() => site.close());
  const granted = grants && name === 'chromium' ? ['http://crm.test/*', ...alsoGranted] : [];
  const target = name === 'chromium' ? 'chrome' : 'firefox';
  const [profile, extension] = [await newFolder('profile'), await newFolder(target)];
  for (const directory of [profile, extension]) {
    takeDown.push(() => rm(directory, { recursive: true, force: true, maxRetries: 5 }));
  }
  let version = 0;
  async function release(from: string): Promise<void> {
    version += 1;
    const what = { version: `0.0.${version}`, sources: from };
    await buildExtension(extension, target, what, { hub: withoutHub ? '' : hub.url, granted });
  }
  await release(sources);
  let starts = 0;
  let browser: Browser | undefined;
  takeDown.push(() => browser?.close());

  async function launch(): Promise<void> {
    await browser?.close();
    starts += 1;
    const installed = name === 'firefox' && starts > 1;
    browser = await launchers[name]({
      profile,
      ...(installed ? {} : { extension }),
      ...(name === 'chromium' ? { args: ['--screen-info={1280x1024}'] } : {}),
      preferences: {
        'extensions.webextOptionalPermissionPrompts': asks === true,
        // A question is answered at once here, without the second in which Firefox guards against a hasty click.
        'security.notification_enable_delay': 0,
      },
    });
    if (name === 'firefox' && !installed && !asks) await allowData(browser);
  }

  function running(): Browser {
    if (!browser) throw new Error('The browser is closed.');
    return browser;
  }

  await launch();
  return {
    name,
    get browser() {
      return running();
    },
    hub,
    site,
    async open(path = '/vtigercrm/index.php?module=Contacts&view=List') {
      const page = await running().newPage();
      await page.goto(site.origin('crm.test') + path);
      return page;
    },
    openPopup: (page) => openPopup(running(), page),
    restart: launch,
    async update() {
      await release('.');
      if (name === 'firefox') return installForGood(running(), extension, profile);
      await running().installExtension(extension);
    },
    async crash() {
      const killed = running().process();
      if (!killed) throw new Error('The browser is no process of ours.');
      const exited = once(killed, 'exit');
      killed.kill('SIGKILL');
      await exited;
      // Puppeteer puts back the preferences that it found in a profile of Firefox, and has to be done with it.
      const isPutBack = () => !readdirSync(profile).some((name) => name.endsWith('.puppeteer'));
      await waitUntil(isPutBack, 'the profile is as it was');
      browser = undefined;
      await launch();
    },
  };
}
