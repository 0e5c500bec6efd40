import assert from 'node:assert/strict';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { BrowserName } from '../harness/browsers.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { enable } from './enable.ts';
import { chromiumId } from './panelAddress.ts';
import type { Scene } from './scene.ts';
import { setUp } from './scene.ts';
import { press, says, textOf } from './view.ts';

const policy = { switchedOff: ['feedback'], industry: 'Utilities', side: 'start', lookForNews: false };

/** Where a machine's administrator puts the policy, and how it is written there. */
const places: Record<BrowserName, { path: string; write: (id: string) => object }> = {
  chromium: {
    path: '/etc/chromium/policies/managed/noticeboard-test.json',
    write: (id) => ({ '3rdparty': { extensions: { [id]: policy } } }),
  },
  firefox: {
    path: '/usr/lib/mozilla/managed-storage/noticeboard@noticeboard.example.json',
    write: (name) => ({ name, description: 'A test', type: 'storage', data: policy }),
  },
};

// It writes where every browser of the machine looks.
const mayWrite = process.env.CI === 'true' && process.getuid?.() === 0;

for (const name of ['chromium', 'firefox'] as const) {
  describe(`What an organisation has set (${name})`, { skip: !mayWrite && 'only with CI=true, as root' }, () => {
    const { path, write } = places[name];
    let former: string | null = null;
    /** The first folder that was not there. */
    let made: string | undefined;
    let scene: Scene;
    let end: () => Promise<void>;
    before(async () => {
      former = await readFile(path, 'utf8').catch(() => null);
      await rm(path, { force: true });
      ({ value: scene, end } = await setUp(name, { grants: true }));
    });
    after(async () => {
      await end?.();
      if (former === null) await rm(path, { force: true });
      else await writeFile(path, former);
      if (made !== undefined) await rm(made, { recursive: true });
    });

    async function set(): Promise<void> {
      const id = name === 'chromium' ? await chromiumId(scene.browser) : 'noticeboard@noticeboard.example';
      made = await mkdir(dirname(path), { recursive: true });
      await writeFile(path, JSON.stringify(write(id)));
    }

    test('holds, in Chromium at once and in Firefox from its next start; it is shown with a lock, and cannot be changed', async () => {
      let page = await scene.open('/test/index.php?module=Home&view=DashBoard');
      await enable(scene, page);
      const popup = await scene.openPopup(page);
      await press(popup, 'Settings');
      await says(popup, /Edge of the page/);
      assert.doesNotMatch(await textOf(popup), /Set by your organisation/);
      await popup.close();

      await set();
      if (name === 'firefox') {
        await scene.restart();
        page = await scene.open('/test/index.php?module=Home&view=DashBoard');
      }
      await waitUntil(() => isAtTheLeft(page), 'the launcher is at the left');
      const again = await scene.openPopup(page);
      await says(again, /Mark all as read/);
      assert.doesNotMatch(await textOf(again), /Feedback/);
      await press(again, 'Settings');
      await says(again, /Industry\s+Set by your organisation\s+Utilities/);
      await says(again, /Look for news every six hours\s+Set by your organisation\s+Off/);
      await says(again, /Feedback\s+Set by your organisation\s+Off/);
      assert.equal(await again.evaluate(() => document.querySelectorAll('.settings select').length), 0);
      await again.close();
      await page.close();
    });
  });
}

async function isAtTheLeft(page: Page): Promise<boolean> {
  return page.$eval('>>> .launcher', (launcher) => launcher.getBoundingClientRect().left === 0);
}
