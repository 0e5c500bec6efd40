import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { after, before, describe } from 'node:test';
import type { BrowserName } from '../harness/browsers.ts';
import { chromiumId } from './panelAddress.ts';
import type { Scene, SceneOptions } from './scene.ts';
import { setUp } from './scene.ts';

const firefoxId = 'noticeboard@noticeboard.example';

/** Where a machine's administrator puts a policy, and how it is written there for the extension of that id. */
const places: Record<BrowserName, { path: string; write: (id: string, policy: object) => object }> = {
  chromium: {
    path: '/etc/chromium/policies/managed/noticeboard-test.json',
    write: (id, policy) => ({ '3rdparty': { extensions: { [id]: policy } } }),
  },
  firefox: {
    path: `/usr/lib/mozilla/managed-storage/${firefoxId}.json`,
    write: (name, data) => ({ name, description: 'A test', type: 'storage', data }),
  },
};

// It writes where every browser of the machine looks.
const mayWrite = process.env.CI === 'true' && process.getuid?.() === 0;

/**
 * Defines the same tests for both browsers, each with a scene of its own on a machine whose organisation has set nothing yet.
 * `set` makes its policy this one; Firefox is restarted for it.
 */
export function inOrganisation(
  title: string,
  options: SceneOptions,
  define: (scene: () => Scene, set: (policy: object) => Promise<void>, name: BrowserName) => void,
): void {
  for (const name of ['chromium', 'firefox'] as const) {
    describe(`${title} (${name})`, { skip: !mayWrite && 'only with CI=true, as root' }, () => {
      const { path, write } = places[name];
      let former: string | null = null;
      /** The first folder that was not there. */
      let made: string | undefined;
      let scene: Awaited<ReturnType<typeof setUp>> | undefined;
      before(async () => {
        former = await readFile(path, 'utf8').catch(() => null);
        await rm(path, { force: true });
        scene = await setUp(name, options);
      });
      after(async () => {
        await scene?.end();
        if (former === null) await rm(path, { force: true });
        else await writeFile(path, former);
        if (made !== undefined) await rm(made, { recursive: true });
      });

      function running(): Scene {
        if (!scene) throw new Error('There is no scene yet: ask for it within a test.');
        return scene.value;
      }

      async function set(policy: object): Promise<void> {
        const id = name === 'chromium' ? await chromiumId(running().browser) : firefoxId;
        made ??= await mkdir(dirname(path), { recursive: true });
        await writeFile(path, JSON.stringify(write(id, policy)));
        if (name === 'firefox') await running().restart();
      }

      define(running, set, name);
    });
  }
}
