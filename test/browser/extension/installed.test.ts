import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crmInstall } from '../../fixtures/crm/site.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { withExtension } from './scene.ts';
import { openFeedback, press, says, textOf } from './view.ts';

const crms = () => crmInstall('/failing/', { moduleManager: { status: 503, body: 'Maintenance' } });

withExtension('Recommendations on a CRM without the vtiger module', { grants: false, crms }, (scene) => {
  const listed = (directory: string) =>
    scene().site.requests.filter(({ url }) => url.startsWith(directory) && url.includes('module=ModuleManager'));

  test('mark what Module Manager lists, which is asked when they are opened, once a session', async () => {
    const tab = await scene().open();
    const popup = await scene().openPopup(tab);
    await press(popup, 'Toolbar only');
    await openFeedback(popup);
    await press(popup, 'Extensions');
    await says(popup, /Which extensions fit this CRM/);
    assert.equal(listed('/vtigercrm/').length, 0);
    await press(popup, 'Show recommendations');
    await says(popup, /Installed here\s+Field Mapper/);
    await popup.close();
    await tab.reload();
    const again = await scene().openPopup(tab);
    await press(again, 'Extensions');
    await says(again, /Installed here\s+Field Mapper/);
    assert.equal(listed('/vtigercrm/').length, 1);
    for (const { method } of listed('/vtigercrm/')) assert.equal(method, 'GET');
    await again.close();
    await tab.close();
  });

  test('say in plain words why none is marked, and ask again when the person wants it', async () => {
    const tab = await scene().open('/failing/index.php?module=Contacts&view=List');
    const popup = await scene().openPopup(tab);
    await press(popup, 'Toolbar only');
    await press(popup, 'Extensions');
    await press(popup, 'Show recommendations');
    await says(popup, /What is installed already is not marked. The CRM was asked, but it is busy\./);
    assert.doesNotMatch(await textOf(popup), /Installed here/);
    await press(popup, 'Try again');
    await waitUntil(() => listed('/failing/').length === 2, 'the CRM is asked again');
    await says(popup, /it is busy/);
    await popup.close();
    await tab.close();
  });
});
