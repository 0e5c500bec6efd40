import assert from 'node:assert/strict';
import { test } from 'node:test';
import { waitUntil } from '../harness/waitUntil.ts';
import { isDrawerOpen, isOurs, launcherAppears, launcherGoes, launchers, openDrawer } from './drawer.ts';
import { enable } from './enable.ts';
import { withExtension } from './scene.ts';
import { press, says, turn } from './view.ts';

withExtension('The extension on a CRM that is enabled', { grants: true }, (scene, name) => {
  test('shows the launcher at once in open pages of that CRM, and nowhere else', async () => {
    const [page, second] = [await scene().open(), await scene().open()];
    const elsewhere = [
      await scene().open('/test/index.php?module=Home&view=DashBoard'),
      await scene().open('/other.html'),
    ];
    assert.equal(await launchers(page), 0);
    await enable(scene(), page);
    await launcherAppears(second);
    for (const other of elsewhere) {
      assert.equal(await launchers(other), 0);
      await other.evaluateOnNewDocument(noteOurScript);
      await other.reload();
    }
    // By the time that a page loaded later has its launcher, these would have theirs.
    await page.reload();
    await launcherAppears(page);
    for (const other of elsewhere) {
      assert.equal(await launchers(other), 0);
      assert.equal(await other.evaluate(didOurScriptRun), false, 'not even the script runs there');
      await other.close();
    }
    await second.close();
    await page.close();
  });

  test('shows the launcher again after the browser was closed', async () => {
    await scene().restart();
    const page = await scene().open();
    await launcherAppears(page);
    const drawer = await openDrawer(page);
    await says(drawer, /vtiger 8\.4\.0 · Acme/);
    await page.close();
  });

  test('puts a launcher that works in the place of the one that an update has cut off', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    await page.$eval('[data-noticeboard=launcher]', (launcher) => launcher.setAttribute('id', 'cut-off'));
    await scene().update();
    await waitUntil(() => page.$('[data-noticeboard=launcher]:not(#cut-off)'), 'there is another launcher');
    assert.equal(await launchers(page), 1);
    const drawer = await openDrawer(page);
    await says(drawer, /vtiger 8\.4\.0 · Acme/);
    await page.close();
  });

  test('keeps the launcher where it was moved to, on every page', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    await page.focus('>>> .launcher');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Alt');
    await page.keyboard.press('Enter');
    const place = () => page.$eval('>>> .launcher', (button) => button.getBoundingClientRect().top);
    const before = await place();
    await page.reload();
    await launcherAppears(page);
    assert.equal(await place(), before);
    await page.close();
  });

  test('leaves the launcher of a drop-in alone on another CRM, and takes its place where it is enabled', async () => {
    const page = await scene().open('/with-dropin/index.php?module=Home&view=DashBoard');
    await launcherAppears(page);
    await enable(scene(), page);
    assert.equal(await launchers(page), 1);
    await page.reload();
    await waitUntil(() => isOurs(page), 'the launcher is the one of the extension');
    assert.equal(await launchers(page), 1);
    const again = await scene().openPopup(page);
    await press(again, 'Settings');
    await turn(again, 'Show Noticeboard here');
    await launcherGoes(page);
    await again.close();
    await page.close();
  });

  test('takes the launcher away at once where it is turned off, and gives the permission back', async () => {
    const page = await scene().open();
    const second = await scene().open();
    await launcherAppears(second);
    await launcherAppears(page);
    const drawer = await openDrawer(page);
    await press(drawer, 'Settings');
    await turn(drawer, 'Show Noticeboard here');
    await launcherGoes(page);
    await launcherGoes(second);
    assert.equal(await isDrawerOpen(page), false);
    await page.reload();
    assert.equal(await launchers(page), 0);
    const popup = await scene().openPopup(page);
    if (scene().name === 'firefox') {
      await waitUntil(async () => (await popup.evaluate(grantedOrigins)) === '', 'no host is granted');
    }
    await press(popup, 'Settings');
    await turn(popup, 'Show Noticeboard here');
    await launcherAppears(page);
    await launcherAppears(second);
    await popup.close();
    await second.close();
    await page.close();
  });

  test('takes hiding the launcher from its own menu for turning it off: it goes, and does not flash up again', async () => {
    const page = await scene().open();
    await launcherAppears(page);
    await page.focus('>>> .launcher');
    await page.keyboard.down('Alt');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.up('Alt');
    const hide = await page.waitForSelector('>>> .menu button:last-child');
    await page.evaluate(noteWhatComes);
    await hide?.click();
    await launcherGoes(page);
    const popup = await scene().openPopup(page);
    await press(popup, 'Settings');
    await waitUntil(() => popup.evaluate(isSwitchOff), 'the switch is off');
    assert.equal(await page.evaluate(() => document.documentElement.dataset.came), undefined, 'it did not come back');
    await turn(popup, 'Show Noticeboard here');
    await launcherAppears(page);
    await popup.close();
    await page.close();
  });

  // A permission that the build holds, as in Chromium here, cannot be taken back.
  if (name === 'firefox') {
    test('takes the launcher away when the browser takes the permission back', async () => {
      const page = await scene().open();
      await launcherAppears(page);
      const popup = await scene().openPopup(page);
      await popup.evaluate(dropOrigins);
      await launcherGoes(page);
      await popup.close();
      await page.close();
    });
  }
});

declare const chrome: {
  permissions: {
    getAll(): Promise<{ origins: string[] }>;
    remove(permissions: { origins: string[] }): Promise<boolean>;
  };
};

async function grantedOrigins(): Promise<string> {
  return (await chrome.permissions.getAll()).origins.join();
}

function dropOrigins(): Promise<boolean> {
  return chrome.permissions.remove({ origins: ['http://crm.test/*'] });
}

function isSwitchOff(): boolean {
  return document.querySelector('[role=switch]')?.ariaChecked === 'false';
}

/** Runs in a page: notes that the launcher's script does, by the word with which it ends its earlier runs. */
function noteOurScript(): void {
  document.addEventListener('noticeboard:replaced', () => document.documentElement.setAttribute('data-ran', ''));
}

function didOurScriptRun(): boolean {
  return document.documentElement.hasAttribute('data-ran');
}

/** Runs in a page: notes that something is put beside its head and body, which is where launchers go. */
function noteWhatComes(): void {
  new MutationObserver((changes) => {
    if (changes.some(({ addedNodes }) => addedNodes.length > 0)) document.documentElement.dataset.came = 'yes';
  }).observe(document.documentElement, { childList: true });
}
