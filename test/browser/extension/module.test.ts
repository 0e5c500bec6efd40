import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asksModule, crmWithModule, moduleSays } from '../../fixtures/crm/moduleSite.ts';
import type { Hub } from '../dropin/hub.ts';
import { openPanel, sendFeedback } from '../dropin/panel.ts';
import type { RecordedRequest, Resource } from '../harness/site.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { isOurs, launcherAppears, launchers, openDrawer } from './drawer.ts';
import { enable } from './enable.ts';
import { withExtension } from './scene.ts';
import { openFeedback, press, says, textOf, writeFeedback } from './view.ts';

const usual = moduleSays({
  // Nothing answers there: should the extension believe it, no news would come.
  hub: 'http://127.0.0.1:9',
  features: ['news', 'feedback'],
  install: {
    version: '8.3.9',
    company: 'Told Ltd',
    os: 'Debian 12',
    installKey: '4711',
    administrator: true,
    userId: '1',
  },
});
let answer: Resource = usual;
const crms = ({ scripts }: Hub) => crmWithModule('/told/', { scripts, answer: () => answer });
const page = '/told/index.php?module=Contacts&view=List';

withExtension('The extension on a CRM with the vtiger module', { grants: false, crms }, (scene) => {
  const asked = (directory: string) =>
    scene().site.requests.filter((request) => request.url.startsWith(directory) && asksModule(request));

  test('reads what the module says before what the page shows, keeps to its own hub, and asks once a page', async () => {
    answer = usual;
    const tab = await scene().open(page);
    assert.equal(asked('/told/').length, 0, 'nothing is asked before the panel is opened');
    const popup = await scene().openPopup(tab);
    await press(popup, 'Toolbar only');
    await says(popup, /vtiger 8\.3\.9 · Told Ltd/);
    await says(popup, /Mark all as read/);
    await writeFeedback(popup, 'From a CRM that tells');
    await says(popup, /Debian 12\s+Noticeboard module in the CRM/);
    await says(popup, /4711\s+Noticeboard module in the CRM/);
    await popup.close();
    const again = await scene().openPopup(tab);
    await says(again, /vtiger 8\.3\.9 · Told Ltd/);
    assert.equal(asked('/told/').length, 1);
    assert.ok(asked('/told/').every(({ method }) => method === 'GET'));
    await again.close();
    await tab.close();
  });

  test('shows only the features that are switched on in the module', async () => {
    answer = usual;
    const tab = await scene().open(page);
    const popup = await scene().openPopup(tab);
    await openFeedback(popup);
    await says(popup, /Your feedback/);
    assert.doesNotMatch(await textOf(popup), /Extensions/);
    await popup.close();
    await tab.close();
  });

  for (const [what, given] of Object.entries<Resource>({
    'after a logout': { status: 401, ...moduleSays({ failure: 'not-logged-in' }) },
    'with a page': { body: '<!doctype html><p>Permission denied' },
    'with what is no answer': moduleSays({ install: 'all of it' }),
    'without end': { ...moduleSays({ install: { os: 'x'.repeat(300 * 1024) } }) },
  })) {
    test(`reads the page itself where the module answers ${what}`, async () => {
      answer = given;
      const tab = await scene().open(page);
      const popup = await scene().openPopup(tab);
      await says(popup, /vtiger 8\.4\.0 · crm\.test/);
      await popup.close();
      await tab.close();
    });
  }

  test('believes no more of what the module says than the contract allows', async () => {
    answer = moduleSays({
      features: 'all',
      install: { version: '<b>9</b>', company: 'A\u0000', administrator: 'yes' },
    });
    const tab = await scene().open(page);
    const popup = await scene().openPopup(tab);
    await says(popup, /vtiger 8\.4\.0 · crm\.test/);
    await says(popup, /Extensions/);
    await popup.close();
    await tab.close();
  });

  test('asks no CRM for the module whose pages do not bear its script', async () => {
    const tab = await scene().open();
    const popup = await scene().openPopup(tab);
    await press(popup, 'Toolbar only');
    await writeFeedback(popup, 'From a CRM without the module');
    assert.equal(asked('/vtigercrm/').length, 0);
    await popup.close();
    await tab.close();
  });
});

const dropin = ({ url, scripts }: Hub) =>
  crmWithModule('/told/', {
    scripts,
    answer: () => moduleSays({ hub: url, features: ['news', 'feedback'], install: {} }),
  });

withExtension('Module, drop-in and extension on one page', { grants: true, crms: dropin }, (scene) => {
  const sent =
    (text: string) =>
    ({ body }: RecordedRequest) =>
      body.includes(text);

  test('show one launcher, the extension’s, and the drop-in still sends what waits in its outbox', async () => {
    const { hub, name } = scene();
    const text = `Left behind by the drop-in in ${name}`;
    const tab = await scene().open(page);
    await launcherAppears(tab);
    assert.equal(await isOurs(tab), false, 'at first it is that of the drop-in');
    hub.fate = 'held';
    await openPanel(tab);
    await sendFeedback(tab, text);
    await waitUntil(() => hub.requests.some(sent(text)), 'it is on its way');

    await enable(scene(), tab);
    assert.equal(await launchers(tab), 1);

    hub.dropHeld();
    hub.fate = 'delivered';
    await tab.reload();
    await waitUntil(() => isOurs(tab), 'the launcher is the one of the extension');
    await waitUntil(async () => (await hub.stored()).some((each) => each.text === text), 'the hub has it', 60_000);
    assert.equal(await launchers(tab), 1);
    await says(await openDrawer(tab), /vtiger 8\.4\.0/);
    await tab.close();
  });
});
