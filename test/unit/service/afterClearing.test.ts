import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limits } from '../../../widget/contract/limits.ts';
import { logged } from '../../../widget/service/log/logged.ts';
import { ModelHub } from '../../model/hub.ts';
import type { Ask } from './home.ts';
import { asker, sendFeedback, testHome, untilQuiet, valueIn } from './home.ts';

/** A browser, and a hub that answers as it should. */
function vendor(shared = false) {
  const hub = new ModelHub(() => 0);
  const { database, clock } = testHome();
  const transport = logged(async (request) => hub.receive(request), database, clock);
  const home = testHome({ database, clock, transport, shared });
  return { hub, home, ask: asker(home) };
}

async function signUp(ask: Ask): Promise<string> {
  const typed = { email: 'a@example.org' };
  const { message } = valueIn(await ask('prepare', { feature: 'newsletter', typed, switched: [] }));
  return valueIn(await ask('send', { feature: 'newsletter', message })).id;
}

async function clearAll(ask: Ask): Promise<void> {
  valueIn(await ask('deleteLog', {}));
  valueIn(await ask('clearDelivered', {}));
}

for (const fate of ['delivered', 'withdrawn'] as const) {
  test(`once list and log are cleared, no word of what was ${fate} is left in the browser`, async () => {
    const { home, ask } = vendor();
    const { id } = await sendFeedback(ask, 'My private words');
    await untilQuiet(home.database);
    if (fate === 'withdrawn') valueIn(await ask('withdraw', { id }));
    await untilQuiet(home.database);
    await clearAll(ask);
    for (const store of ['delivered', 'withdrawn', 'outbox', 'drafts', 'log', 'bodies', 'values'] as const) {
      const left = JSON.stringify(await home.database.read((t) => t.all(store)));
      assert.ok(!left.includes('private'), `${store}: ${left}`);
    }
  });
}

test('what was cleared from the list is withdrawn all the same when its CRM is forgotten', async () => {
  const { hub, home, ask } = vendor();
  await sendFeedback(ask, 'Mine');
  await untilQuiet(home.database);
  await clearAll(ask);
  valueIn(await ask('forget', {}));
  await untilQuiet(home.database);
  assert.equal(hub.rows.size, 0);
});

test('a sign-up is nobody’s to forget with a CRM, and can be withdrawn from the outbox whatever was cleared, however old', async () => {
  const { hub, home, ask } = vendor();
  const id = await signUp(ask);
  await untilQuiet(home.database);
  await clearAll(ask);
  valueIn(await ask('forget', {}));
  await untilQuiet(home.database);
  home.clock.time += 2 * limits.receiptAge;
  const { delivered } = valueIn(await ask('outbox', {}));
  assert.deepEqual([delivered[0]?.id, delivered[0]?.excerpt, hub.rows.size], [id, 'a@example.org', 1]);
  valueIn(await ask('withdraw', { id }));
  await untilQuiet(home.database);
  assert.equal(hub.rows.size, 0);
  await clearAll(ask);
  assert.deepEqual(valueIn(await ask('outbox', {})), { waiting: [], delivered: [], withdrawn: [] });
});

test('where users share the browser, a sign-up is withdrawn with what else its writer has sent', async () => {
  const { hub, home, ask } = vendor(true);
  await signUp(ask);
  await untilQuiet(home.database);
  await clearAll(ask);
  valueIn(await ask('forget', {}));
  await untilQuiet(home.database);
  assert.equal(hub.rows.size, 0);
});
