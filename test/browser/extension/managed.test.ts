import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Site } from '../harness/site.ts';
import { serve } from '../harness/site.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { isOurs, launchers } from './drawer.ts';
import { enable } from './enable.ts';
import { inOrganisation } from './organisation.ts';
import { settingsTab } from './settingsTab.ts';
import { press, says, textOf } from './view.ts';

const otherInstall = '/test/index.php?module=Home&view=DashBoard';

inOrganisation('What an organisation has set', { grants: true }, (scene, set, name) => {
  test('holds, in Chromium at once and in Firefox from its next start; it is shown with a lock, and cannot be changed', async () => {
    let page = await scene().open(otherInstall);
    await enable(scene(), page);
    const popup = await scene().openPopup(page);
    await press(popup, 'Settings');
    await says(popup, /Edge of the page/);
    assert.doesNotMatch(await textOf(popup), /Set by your organisation/);
    await popup.close();

    await set({ switchedOff: ['feedback'], industry: 'Utilities', side: 'start', lookForNews: false });
    if (name === 'firefox') page = await scene().open(otherInstall);
    await waitUntil(() => isAtTheLeft(page), 'the launcher is at the left');
    const again = await scene().openPopup(page);
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

const feed = `<rss version="2.0"><channel><title>The users’ club</title><link>http://other.test/</link>
<item><title>Summer meeting</title><guid isPermaLink="false">1</guid></item></channel></rss>`;
const options = { grants: true, withoutHub: true, alsoGranted: ['http://other.test/*'] } as const;

inOrganisation('Hub, CRMs and news feed of an organisation', options, (scene, set, name) => {
  let feeds: Site;
  before(async () => {
    feeds = await serve({ '/feed.xml': { headers: { 'content-type': 'text/xml' }, body: feed } });
  });
  after(() => feeds?.close());

  test('are those that it names: no hub is asked for, and no other CRM gets a launcher', async () => {
    const { hub, site } = scene();
    const asking = await scene().openPopup(await scene().open('/other.html'));
    await says(asking, /Connect/);
    await asking.close();
    await set({
      hub: hub.url,
      crms: [`${site.origin('crm.test')}/vtigercrm`],
      feed: `${feeds.origin('other.test')}/feed.xml`,
    });

    const page = await scene().open();
    // No policy gives an extension a host: the build for Chromium holds it, in Firefox it takes the person's click.
    if (name === 'firefox') await enable(scene(), page);
    await waitUntil(() => isOurs(page), 'the launcher is there');
    const popup = await scene().openPopup(page);
    await press(popup, 'Settings');
    await says(popup, /Show Noticeboard here\s+Set by your organisation\s+On/);
    await says(popup, new RegExp(`Set by your organisation\\s+${hub.url}`));
    await popup.close();
    await page.close();

    const other = await scene().open(otherInstall);
    const beside = await scene().openPopup(other);
    await says(beside, /Mark all as read/);
    assert.doesNotMatch(await textOf(beside), /Show Noticeboard on this CRM/);
    await press(beside, 'Settings');
    await says(beside, /Show Noticeboard here\s+Set by your organisation\s+Off/);
    assert.equal(await launchers(other), 0);
    await beside.close();
    await other.close();
  });

  test('bring the news of that feed, once the person allows its host', async () => {
    const page = await scene().open('/other.html');
    const popup = await scene().openPopup(page);
    await press(popup, 'News');
    await says(popup, /Mark all as read/);
    if (name === 'firefox') {
      assert.deepEqual(feeds.requests, [], 'without the host it is not asked for');
      await press(popup, 'Settings');
      await press(popup, 'Open settings in a tab').catch(() => {});
      const settings = await settingsTab(scene().browser);
      await says(settings, /Further news feed\s+Set by your organisation/);
      assert.doesNotMatch(await textOf(settings), /Remove/);
      await press(settings, 'Allow…');
      await waitUntil(async () => !/Allow…/.test(await textOf(settings)), 'it is allowed');
      await settings.close();
    }
    if (await popup.isOpen()) await popup.close();
    await waitUntil(() => feeds.requests.some(({ url }) => url === '/feed.xml'), 'it is asked for');
    const again = await scene().openPopup(page);
    await press(again, 'News');
    await says(again, /Summer meeting/);
    await again.close();
    await page.close();
  });
});

async function isAtTheLeft(page: Page): Promise<boolean> {
  return page.$eval('>>> .launcher', (launcher) => launcher.getBoundingClientRect().left === 0);
}
