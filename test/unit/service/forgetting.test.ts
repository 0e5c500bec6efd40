import assert from 'node:assert/strict';
import { test } from 'node:test';
import { failure } from '../../../widget/contract/failure.ts';
import { routes } from '../../../widget/contract/routes.ts';
import { createService } from '../../../widget/service/createService.ts';
import { logged } from '../../../widget/service/log/logged.ts';
import { sha256 } from '../../../widget/service/submissions/sha256.ts';
import type { Transport } from '../../../widget/service/surroundings.ts';
import { ModelHub } from '../../model/hub.ts';
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

/** A vendor's hub that can be away, and that can refuse withdrawals. */
function vendor() {
  const state = { away: false, refuses: false };
  const hub = new ModelHub(() => 0);
  const { database, clock } = testHome();
  const answer: Transport = async (request) => {
    if (state.away) return failure('offline');
    if (state.refuses && request.url.endsWith(routes.withdrawal.path))
      return reply(404, 'There is no such thing here.');
    return hub.receive(request);
  };
  const home = testHome({ database, clock, transport: logged(answer, database, clock) });
  const ask = asker(home, { ...keyless });
  /** All that this browser holds, in words. */
  const kept = async () => {
    const stores = ['outbox', 'delivered', 'withdrawn', 'log', 'bodies', 'drafts', 'agreements', 'values'] as const;
    return JSON.stringify(await home.database.read((t) => Promise.all(stores.map((store) => t.all(store)))));
  };
  return { state, hub, home, ask, kept };
}

test('a message that is written while its CRM is being forgotten keeps it from nothing', async () => {
  const { state, hub, home, ask, kept } = vendor();
  await sendFeedback(ask, 'First words');
  await untilQuiet(home.database);
  state.away = true;
  valueIn(await ask('forget', {}));
  await untilQuiet(home.database);
  await sendFeedback(ask, 'Second words');
  await untilQuiet(home.database);
  assert.deepEqual(valueIn(await ask('forgetting', {})), { waiting: 1 });
  state.away = false;
  valueIn(await ask('retry', {}));
  await until(async () => valueIn(await ask('outbox', {})).waiting.length === 0, 'all is sent');
  await untilQuiet(home.database);
  assert.deepEqual(valueIn(await ask('forgetting', {})), { waiting: null });
  assert.equal(hub.rows.size, 1);
  assert.doesNotMatch(await kept(), /First words/);
});

test('of a message that the person lets the vendor keep, nothing stays once its CRM is forgotten', async () => {
  const { state, home, ask, kept } = vendor();
  const { id } = await sendFeedback(ask, 'First words');
  await untilQuiet(home.database);
  state.refuses = true;
  valueIn(await ask('forget', {}));
  await untilQuiet(home.database);
  valueIn(await ask('leave', { id }));
  await untilQuiet(home.database);
  assert.deepEqual(valueIn(await ask('forgetting', {})), { waiting: null });
  assert.doesNotMatch(await kept(), /First words/);
});

test('a withdrawal that was refused before is asked for again when its CRM is forgotten', async () => {
  const { state, hub, home, ask, kept } = vendor();
  const { id } = await sendFeedback(ask, 'First words');
  await untilQuiet(home.database);
  state.refuses = true;
  valueIn(await ask('withdraw', { id }));
  await untilQuiet(home.database);
  state.refuses = false;
  valueIn(await ask('forget', {}));
  await until(async () => valueIn(await ask('forgetting', {})).waiting === null, 'it is forgotten');
  assert.equal(hub.rows.size, 0);
  assert.doesNotMatch(await kept(), /First words/);
});
