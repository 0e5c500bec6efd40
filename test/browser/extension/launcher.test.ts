import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitUntil } from '../harness/waitUntil.ts';
import { isDrawerOpen, isLauncherFocused, launcherAppears, launchers, openDrawer } from './drawer.ts';
import { withExtension } from './scene.ts';
import { press, says } from './view.ts';

withExtension('The extension on a CRM that is enabled', { grants: true }, (scene) => {
  test('shows the launcher at once in open pages of that CRM, and nowhere else', async () => {
    const [page, second] = [await scene().open(), await scene().open()];
    const elsewhere = [await scene().open('/test/index.php?module=Home&view=DashBoard'), await scene().open('/other.html')];
    const popup = await scene().openPopup(page);
    await says(popup, /Show Noticeboard on this CRM/);
    assert.equal(await launchers(page), 0);
    await press(popup, 'Show it here');
    await launcherAppears(page);
    await launcherAppears(second);
    for (const other of elsewhere) {
      assert.equal(await launchers(other), 0);
      await other.reload();
      assert.equal(await launchers(other), 0);
      await other.close();
    }
    await second.close();
    await popup.close();
    await page.close();
  });

  test('opens the drawer with the focus in it, and gives the focus back on Escape', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    const drawer = await openDrawer(page);
    await says(drawer, /vtiger 8\.4\.0/);
    assert.equal(await isDrawerOpen(page), true);
    await waitUntil(
      () => drawer.evaluate(() => document.hasFocus() && document.activeElement !== document.body),
      'the focus is in the panel',
    );
    await drawer.press('Escape');
    await waitUntil(async () => !(await isDrawerOpen(page)), 'the drawer is closed');
    assert.equal(await isLauncherFocused(page), true);
    const again = await openDrawer(page);
    await waitUntil(() => again.evaluate(() => document.hasFocus()), 'the focus is in the panel again');
    await page.close();
  });
});
