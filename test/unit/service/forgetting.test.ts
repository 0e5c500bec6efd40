import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes } from '../../../widget/contract/routes.ts';
import { createService } from '../../../widget/service/createService.ts';
import { sha256 } from '../../../widget/service/submissions/sha256.ts';
import {
  agreeToFacts,
  asker,
  colleague,
  crm,
  readerOf,
  receiptFor,
  reply,
  sendFeedback,
  testHome,
  until,
  untilQuiet,
  valueIn,
} from './home.ts';

const keyless = { ...crm, installKey: undefined };

/** Something that takes as long as the test has it take. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let reached = false;
  const pass = async () => {
    reached = true;
    await opened;
  };
  return { pass, open: () => open(), reached: () => until(() => reached, 'it is reached') };
}

for (const shared of [false, true]) {
  const where = shared ? 'in a browser that users share' : 'in a browser of one person';

  test(`a form that is still asking Module Manager while its CRM is forgotten leaves nothing, ${where}`, async () => {
    const home = testHome({ shared });
    // Module Manager is asked once a minute for the same install.
    const page = { ...keyless, baseUrl: `http://crm.test/${shared}/` };
    const manager = gate();
    const slow = asker(home, page, {
      extensions: async () => {
        await manager.pass();
        return { ok: true, value: [] };
      },
    });
    const typed = { title: 'Half a thought', happened: 'It went', severity: 'minor' };
    const preparing = slow('prepare', { feature: 'issue', typed, switched: [] });
    await manager.reached();
    valueIn(await asker(home, page)('forget', {}));
    manager.open();
    assert.deepEqual(await preparing, { ok: false, failure: 'changed' });
    const all = await home.database.read(async (t) => [
      await t.all('drafts'),
      await t.get('values', `installKey ${page.baseUrl}`),
    ]);
    assert.deepEqual(all, [[], undefined]);
  });

  test(`a key that is derived while its CRM is forgotten is not kept, ${where}`, async () => {
    const home = testHome({ shared });
    const page = { ...keyless, uid: { value: '0123456789abcdef0123456789abcdef', source: 'script' } };
    const ask = asker(home, page);
    const preparing = ask('prepare', { feature: 'issue', typed: { title: 'Half' }, switched: [] });
    await until(() => home.database.read(async (t) => (await t.all('drafts')).length > 0), 'the draft is stored');
    valueIn(await ask('forget', {}));
    await preparing;
    const name = `derivedKey ${crm.baseUrl} ${sha256(page.uid.value)}`;
    assert.equal(await home.database.read((t) => t.get('values', name)), undefined);
  });

  test(`recommendations that come once their CRM is forgotten are not kept, ${where}`, async () => {
    const hub = gate();
    const home = testHome({
      shared,
      transport: async () => {
        await hub.pass();
        return reply(200, { extensions: [] });
      },
    });
    const ask = asker(home);
    await agreeToFacts(ask);
    const asking = ask('recommendations', {});
    await hub.reached();
    valueIn(await ask('forget', {}));
    hub.open();
    assert.equal((await asking).ok, true);
    const name = `catalogue ${crm.baseUrl}`;
    assert.equal(await home.database.read((t) => t.get('values', name)), undefined);
  });
}

test('what was asked to be stored before the CRM was forgotten, and comes after, is not stored', async () => {
  const home = testHome();
  const page = gate();
  const slow = createService(
    home,
    readerOf(async () => {
      await page.pass();
      return crm;
    }),
  );
  const preparing = slow.prepare({ feature: 'feedback', typed: { text: 'Half a thought' }, switched: [] });
  const attaching = slow.attach({ feature: 'feedback', screenshot: 'data:image/png;base64,AA==' });
  await page.reached();
  valueIn(await asker(home)('forget', {}));
  page.open();
  await Promise.all([preparing, attaching]);
  assert.deepEqual(await home.database.read((t) => t.all('drafts')), []);
});

test('in a browser that users share, what a reader set goes with their install, and stays for a colleague', async () => {
  const home = testHome({ shared: true });
  const chosen = { switchedOff: ['feedback' as const], lookForNews: false, side: 'start' as const };
  for (const page of [crm, colleague]) valueIn(await asker(home, page)('changeSettings', chosen));
  valueIn(await asker(home)('forget', {}));
  const nameOf = (setting: string, user: string) => `setting ${setting} ${JSON.stringify([crm.baseUrl, user])}`;
  for (const setting of Object.keys(chosen)) {
    const [mine, theirs] = await home.database.read(async (t) => [
      await t.get('values', nameOf(setting, '5')),
      await t.get('values', nameOf(setting, '6')),
    ]);
    assert.equal(mine, undefined, setting);
    assert.notEqual(theirs, undefined, setting);
  }
});

test('a receipt that comes after its CRM was forgotten brings nothing back', async () => {
  const atHub = new Set<string>();
  const answering = gate();
  const home = testHome({
    transport: async (request) => {
      const { id } = JSON.parse(request.body ?? '') as { id: string };
      if (request.url.endsWith(routes.withdrawal.path)) {
        atHub.delete(id);
        return reply(200, { id, withdrawnAt: '2026-11-24T08:00:00.000Z' });
      }
      atHub.add(id);
      await answering.pass();
      return receiptFor(request);
    },
  });
  const ask = asker(home);
  await sendFeedback(ask, 'My secret text');
  await answering.reached();
  // Whoever sent it sleeps until somebody else has the lease.
  home.clock.time += 60_000;
  valueIn(await ask('forget', {}));
  await until(async () => valueIn(await ask('forgetting', {})).waiting === null, 'it is forgotten');
  answering.open();
  await untilQuiet(home.database);
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(atHub.size, 0);
  const kept = await home.database.read(async (t) => [await t.all('delivered'), await t.all('withdrawn')]);
  assert.doesNotMatch(JSON.stringify(kept), /secret|crm\.test/);
  assert.deepEqual(kept[0], []);
});
