import { test } from 'node:test';
import { navigations } from '../navigation.ts';
import { launcherAppears, openDrawer } from './drawer.ts';
import { enable } from './enable.ts';
import { withExtension } from './scene.ts';
import { says } from './view.ts';

withExtension('The launcher of the extension', { grants: true }, (scene) => {
  test('is there once after every way of getting about, and opens', async () => {
    const page = await scene().open();
    await enable(scene(), page);
    for (const [way, go] of Object.entries(navigations)) {
      await go(page);
      await launcherAppears(page).catch((cause) => {
        throw new Error(`Not once after ${way}.`, { cause });
      });
    }
    await says(await openDrawer(page), /vtiger 8\.4\.0 · Acme/);
    await page.close();
  });
});
