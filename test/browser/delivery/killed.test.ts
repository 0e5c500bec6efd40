import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Cluster } from '../../hub/cluster.ts';
import { skipWithoutPostgres, startCluster } from '../../hub/cluster.ts';
import type { Hub } from '../dropin/hub.ts';
import type { Scene } from '../extension/scene.ts';
import { withExtension } from '../extension/scene.ts';
import { waitUntil } from '../harness/waitUntil.ts';
import { allArrive } from './allArrive.ts';
import { burst } from './burst.ts';
import { stopBackground } from './stopBackground.ts';

const posts = ({ hub }: Scene) => hub.requests.filter(({ method }) => method === 'POST');

withExtension('What was written, with the extension', { grants: false }, (scene, name) => {
  let cluster: Cluster | undefined;
  before(async () => {
    if (!skipWithoutPostgres) cluster = await startCluster();
  });
  after(() => cluster?.remove());

  for (const [fate, come] of [
    ['the hub has not got it yet', ({ dropHeld }: Hub) => dropHeld()],
    ['the hub has it', ({ passHeldOn }: Hub) => passHeldOn()],
  ] as const) {
    test(`arrives once though the background is stopped in the middle of sending, when ${fate}, and nobody opens anything`, async (t) => {
      const { hub } = scene();
      hub.fate = 'held';
      const before = posts(scene()).length;
      const page = await scene().open();
      const popup = await scene().openPopup(page);
      const texts = await burst(popup, `Background of ${name} stopped, ${fate}`, 5);
      assert.equal(texts.length, 5);
      await waitUntil(() => posts(scene()).length > before, 'the first is on its way');
      await popup.close();
      await stopBackground(scene());
      hub.fate = 'delivered';
      await come(hub);
      await allArrive(t, hub, texts);
      await page.close();
    });

    test(`arrives once though the whole browser is killed in the middle of sending, when ${fate}`, async (t) => {
      const { hub } = scene();
      hub.fate = 'held';
      const before = posts(scene()).length;
      const popup = await scene().openPopup(await scene().open());
      const texts = await burst(popup, `Browser ${name} killed, ${fate}`, 5);
      assert.equal(texts.length, 5);
      await waitUntil(() => posts(scene()).length > before, 'the first is on its way');
      await scene().crash();
      hub.fate = 'delivered';
      await come(hub);
      await allArrive(t, hub, texts);
    });
  }

  for (const database of ['embedded', 'PostgreSQL'] as const) {
    const skip = database === 'PostgreSQL' && skipWithoutPostgres;
    test(`arrives once though the hub is killed in the middle of a burst (${database})`, { skip }, async (t) => {
      const { hub } = scene();
      if (cluster && database === 'PostgreSQL') await hub.crash({ DATABASE_URL: await cluster.createDatabase() });
      const page = await scene().open();
      const popup = await scene().openPopup(page);
      const texts = await burst(popup, `Hub on ${database} still there, ${name}`, 20);
      const asked = hub.requests.length;
      const killed = hub.crash();
      texts.push(...(await burst(popup, `Hub on ${database} killed, ${name}`, 20)));
      await killed;
      assert.ok(hub.requests.length > asked, 'the hub was asked in vain');
      assert.equal(texts.length, 40);
      await allArrive(t, hub, texts);
      await popup.close();
      await page.close();
    });
  }
});
