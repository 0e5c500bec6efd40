import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resume } from '../../../widget/service/outbox/delivery.ts';
import type { Database } from '../../../widget/service/storage/database.ts';
import { sha256 } from '../../../widget/service/submissions/sha256.ts';
import type { HubRequest, Transport } from '../../../widget/service/surroundings.ts';
import { MemoryDisk } from '../../model/memoryDisk.ts';
import {
  agreeToFacts,
  asker,
  colleague,
  crm,
  receiptFor,
  reply,
  sendFeedback,
  testHome,
  until,
  untilQuiet,
  valueIn,
} from './home.ts';

const HOUR = 3_600_000;
const OFFLINE = { ok: false, failure: 'offline' } as const;
const nothing = { waiting: [], delivered: [], withdrawn: [] };

/** A vendor's hub with a network that can be down, or lose what it answers. */
function vendor() {
  const requests: HubRequest[] = [];
  const stored = new Map<string, string>();
  const withdrawn = new Set<string>();
  const network = { down: false, answersAreLost: false };
  const answer: Transport = async (request) => {
    const { id, secret, withdrawHash } = JSON.parse(request.body ?? '') as Record<string, string> & { id: string };
    if (request.url.endsWith('/v1/withdrawals')) {
      const hash = stored.get(id);
      if (hash !== undefined && hash !== sha256(secret ?? '')) return reply(403, '');
      stored.delete(id);
      withdrawn.add(id);
      return reply(200, { id, withdrawnAt: '2026-11-24T09:00:00.000Z' });
    }
    if (withdrawn.has(id)) return reply(410, { error: { code: 'withdrawn', message: 'It was withdrawn.' } });
    stored.set(id, withdrawHash ?? '');
    return receiptFor(request);
  };
  const transport: Transport = async (request) => {
    if (network.down) return OFFLINE;
    requests.push(request);
    const given = await answer(request);
    return network.answersAreLost ? OFFLINE : given;
  };
  return { requests, stored, withdrawn, network, transport };
}
const paths = (requests: readonly HubRequest[]) => requests.map(({ url }) => new URL(url).pathname);

test('what was delivered is withdrawn with its secret, and is listed as withdrawn with the time', async () => {
  const { stored, requests, transport } = vendor();
  const home = testHome({ transport });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'I take it back');
  await untilQuiet(home.database);
  const { message } = valueIn(await ask('withdrawal', { id }));
  assert.deepEqual(valueIn(await ask('withdraw', { id })), { left: true });
  await untilQuiet(home.database);
  assert.equal(stored.size, 0);
  assert.deepEqual(paths(requests), ['/v1/feedback', '/v1/withdrawals']);
  assert.equal(requests[1]?.body, message, 'it is the string that was shown');
  assert.deepEqual(Object.keys(JSON.parse(message)), ['schema', 'id', 'secret']);
  const withdrawnAt = home.clock.time;
  const withdrawn = [{ id, feature: 'feedback', excerpt: 'I take it back', withdrawnAt }];
  assert.deepEqual(valueIn(await ask('outbox', {})), { ...nothing, withdrawn });
  assert.deepEqual(await ask('withdraw', { id }), { ok: false, failure: 'gone' });
  assert.deepEqual(await ask('withdrawal', { id }), { ok: false, failure: 'gone' });
});

test('what has never left is deleted, and nobody hears of it', async () => {
  const { requests, network, transport } = vendor();
  network.down = true;
  const home = testHome({ transport });
  const ask = asker(home);
  await sendFeedback(ask, 'Being tried');
  await untilQuiet(home.database);
  // Somebody else sends, so that this one has to wait.
  await home.database.write((t) =>
    t.put('values', { holder: 'another tab', item: 'message x', expires: home.clock.time + 20_000 }, 'lease'),
  );
  const { id } = await sendFeedback(ask, 'Never mind');
  assert.deepEqual(valueIn(await ask('withdraw', { id })), { left: false });
  assert.equal(valueIn(await ask('outbox', {})).waiting.length, 1);
  network.down = false;
  home.clock.time += HOUR;
  await resume(home);
  assert.deepEqual(paths(requests), ['/v1/feedback']);
});

test('what waits after a lost receipt is withdrawn from the hub that has it', async () => {
  const { stored, network, requests, transport } = vendor();
  network.answersAreLost = true;
  const home = testHome({ transport });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'Lost receipt');
  await untilQuiet(home.database);
  assert.equal(stored.size, 1);
  network.answersAreLost = false;
  const { message } = valueIn(await ask('withdrawal', { id }));
  valueIn(await ask('withdraw', { id }));
  await untilQuiet(home.database);
  assert.equal(stored.size, 0);
  assert.equal(requests.at(-1)?.body, message, 'it is the string that was shown');
  assert.deepEqual(paths(requests), ['/v1/feedback', '/v1/withdrawals']);
  assert.equal(valueIn(await ask('outbox', {})).withdrawn[0]?.id, id);
});

test('what may have left before the worker died is withdrawn, though no try was ever counted', async () => {
  const requests: HubRequest[] = [];
  const home = testHome({
    transport: (request) => {
      requests.push(request);
      return new Promise(() => {});
    },
  });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'On its way');
  await until(() => requests.length > 0, 'it left');
  home.clock.time += HOUR;
  const heir = testHome({ ...vendor(), database: home.database, clock: home.clock });
  assert.deepEqual(valueIn(await asker(heir)('withdraw', { id })), { left: true });
  await untilQuiet(home.database);
  assert.equal(valueIn(await ask('outbox', {})).withdrawn[0]?.id, id);
});

test('what left before the power was cut is withdrawn from the hub that has it', async () => {
  const { stored, network, transport } = vendor();
  network.answersAreLost = true;
  const disk = new MemoryDisk();
  const database: Database = {
    read: (work) => disk.transact('read', work),
    write: (work) => disk.transact('write', work),
    writeDurably: (work) => disk.transact('writeDurably', work),
  };
  const ask = asker(testHome({ transport, database }));
  const { id } = await sendFeedback(ask, 'It left');
  await until(() => stored.size === 1, 'the hub has it');
  await untilQuiet(database);
  disk.cutPower();
  network.answersAreLost = false;
  assert.deepEqual(valueIn(await ask('withdraw', { id })), { left: true });
  await until(async () => valueIn(await ask('outbox', {})).withdrawn.length === 1, 'withdrawn');
  assert.equal(stored.size, 0);
});

test('offline a withdrawal waits, and then goes before all other mail', async () => {
  const { requests, network, transport } = vendor();
  const home = testHome({ transport });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'First');
  await untilQuiet(home.database);
  network.down = true;
  await sendFeedback(ask, 'Second');
  await untilQuiet(home.database);
  home.clock.time += 1;
  valueIn(await ask('withdraw', { id }));
  await untilQuiet(home.database);
  const { waiting, delivered, withdrawn } = valueIn(await ask('outbox', {}));
  assert.deepEqual(
    waiting.map(({ kind, state, failure }) => ({ kind, state, failure })),
    [
      { kind: 'withdrawal', state: 'waiting', failure: 'offline' },
      { kind: 'message', state: 'waiting', failure: 'offline' },
    ],
  );
  assert.deepEqual([delivered, withdrawn], [[], []], 'neither delivered nor withdrawn: it waits');
  network.down = false;
  home.clock.time += HOUR;
  await resume(home);
  assert.deepEqual(paths(requests), ['/v1/feedback', '/v1/withdrawals', '/v1/feedback']);
});

test('a receipt that comes while the withdrawal waits does not stop it', async () => {
  const { stored, requests, transport } = vendor();
  let arrive = () => {};
  const home = testHome({
    transport: async (request) => {
      const answer = await transport(request);
      if (requests.length === 1) await new Promise<void>((resolve) => (arrive = resolve));
      return answer;
    },
  });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'Overtaken');
  await until(() => stored.size === 1, 'the hub has it');
  valueIn(await ask('withdraw', { id }));
  const [waiting] = valueIn(await ask('outbox', {})).waiting;
  assert.deepEqual([waiting?.kind, waiting?.state], ['withdrawal', 'waiting'], 'it is the message that is being sent');
  arrive();
  await untilQuiet(home.database);
  assert.equal(stored.size, 0);
  const { delivered, withdrawn } = valueIn(await ask('outbox', {}));
  assert.deepEqual([delivered, withdrawn[0]?.id], [[], id]);
});

test('an answer that comes after the withdrawal brings nothing back', async () => {
  const { stored, requests, transport } = vendor();
  let arrive = () => {};
  let late: Promise<void> | undefined;
  const home = testHome({
    transport: async (request) => {
      const answer = await transport(request);
      if (requests.length === 1) {
        late = new Promise((resolve) => {
          arrive = resolve;
        });
        await late;
      }
      return answer;
    },
  });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'Slow tab');
  await until(() => stored.size === 1, 'the hub has it');
  // The tab was suspended, and its lease has run out.
  home.clock.time += HOUR;
  valueIn(await ask('withdraw', { id }));
  await until(async () => valueIn(await ask('outbox', {})).withdrawn.length === 1, 'withdrawn');
  arrive();
  await late;
  await untilQuiet(home.database);
  const { waiting, delivered } = valueIn(await ask('outbox', {}));
  assert.deepEqual([waiting, delivered, stored.size], [[], [], 0]);
});

test('a message whose id the hub has as withdrawn, though nobody here did that, keeps its text and goes under another', async () => {
  const { stored, withdrawn, transport } = vendor();
  const home = testHome({ transport });
  const ask = asker(home);
  const prepared = await ask('prepare', { feature: 'feedback', typed: { text: 'Not mine' }, switched: [] });
  const { message } = valueIn(prepared);
  withdrawn.add(JSON.parse(message).id);
  const { id } = valueIn(await ask('send', { feature: 'feedback', message }));
  await untilQuiet(home.database);
  const refused = valueIn(await ask('outbox', {}));
  assert.deepEqual(refused.withdrawn, []);
  assert.deepEqual(
    refused.waiting.map(({ state, failure, detail }) => [state, failure, detail]),
    [['refused', 'conflict', 'It was withdrawn.']],
  );
  assert.equal(valueIn(await ask('written', { id })).typed.text, 'Not mine');
  await ask('edit', { id });
  const again = await sendFeedback(ask, 'Not mine');
  await untilQuiet(home.database);
  assert.deepEqual([...stored.keys()], [again.id]);
});

test('a 410 of somebody else is a refusal like others', async () => {
  const home = testHome({ transport: async () => reply(410, '<html>Gone</html>') });
  const ask = asker(home);
  await sendFeedback(ask, 'Another');
  await untilQuiet(home.database);
  const [message] = valueIn(await ask('outbox', {})).waiting;
  assert.deepEqual([message?.state, message?.failure], ['refused', 'refused']);
});

for (const [name, answer] of [
  ['its secret is wrong', reply(403, { error: { code: 'bad-request', message: 'No.' } })],
  ['the hub is too old to know of it', reply(404, '')],
] as const) {
  test(`a withdrawal that the hub will not take because ${name} says so, and can be tried again or given up`, async () => {
    const { transport } = vendor();
    let refuse = true;
    const home = testHome({
      transport: async (request) => (refuse && request.url.endsWith('withdrawals') ? answer : transport(request)),
    });
    const ask = asker(home);
    const { id } = await sendFeedback(ask, 'Sticky');
    await untilQuiet(home.database);
    valueIn(await ask('withdraw', { id }));
    await untilQuiet(home.database);
    const { waiting, delivered } = valueIn(await ask('outbox', {}));
    assert.deepEqual([waiting[0]?.kind, waiting[0]?.state, delivered], ['withdrawal', 'refused', []]);
    valueIn(await ask('leave', { id }));
    assert.equal(valueIn(await ask('outbox', {})).delivered[0]?.id, id, 'given up, it is delivered as before');
    refuse = false;
    valueIn(await ask('withdraw', { id }));
    await untilQuiet(home.database);
    assert.equal(valueIn(await ask('outbox', {})).withdrawn[0]?.id, id);
  });
}

test('what does not sound like the hub’s word for this withdrawal is tried again', async () => {
  const { transport } = vendor();
  const answers = [reply(200, '<html>Log in</html>'), reply(200, { id: crypto.randomUUID(), withdrawnAt: '2026' })];
  const home = testHome({
    transport: async (request) => (request.url.endsWith('withdrawals') && answers.shift()) || transport(request),
  });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'Portal');
  await untilQuiet(home.database);
  await ask('withdraw', { id });
  for (let i = 0; i < 2; i++) {
    await untilQuiet(home.database);
    assert.equal(valueIn(await ask('outbox', {})).waiting[0]?.failure, 'not-a-hub');
    home.clock.time += HOUR;
    await resume(home);
  }
  assert.equal(valueIn(await ask('outbox', {})).withdrawn.length, 1);
});

test('nobody else can withdraw it; its writer can, though the list was cleared and a month has passed', async () => {
  const { stored, transport } = vendor();
  const home = testHome({ transport });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'Mine');
  await untilQuiet(home.database);
  assert.deepEqual(await asker(home, colleague)('withdraw', { id }), { ok: false, failure: 'gone' });
  await ask('clearDelivered', {});
  home.clock.time += 40 * 24 * HOUR;
  assert.deepEqual(valueIn(await ask('outbox', {})), nothing);
  valueIn(await ask('withdraw', { id }));
  await untilQuiet(home.database);
  assert.equal(stored.size, 0);
});

test('the person learns what becomes of it after the page is gone', async () => {
  const { transport, network } = vendor();
  const home = testHome({ transport });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'Hello');
  await untilQuiet(home.database);
  network.down = true;
  valueIn(await ask('withdraw', { id }));
  await untilQuiet(home.database);
  assert.equal(home.waiting.at(-1), true, 'the next page looks for itself');
  assert.ok((home.wakes.at(-1) ?? 0) > home.clock.time, 'and somebody is called');
});

test('forgetting a CRM withdraws all that was sent for it, and then clears what this browser knows of it', async () => {
  const { stored, network, transport } = vendor();
  const home = testHome({ transport });
  const keyless = { ...crm, installKey: undefined };
  const other = { ...crm, baseUrl: 'http://crm.test/other/' };
  const ask = asker(home, keyless);
  await sendFeedback(ask, 'One');
  await sendFeedback(asker(home, { ...keyless, userId: colleague.userId }), 'Two');
  await sendFeedback(asker(home, other), 'Elsewhere');
  await untilQuiet(home.database);
  await ask('agree', { feature: 'feedback' });
  await agreeToFacts(ask);
  await ask('enter', { baseUrl: crm.baseUrl, field: 'industry', value: 'Plumbing' });
  await home.database.write((t) => t.put('values', '4711', `derivedKey ${crm.baseUrl} abc`));
  await ask('prepare', { feature: 'issue', typed: { title: 'Half a thought' }, switched: [] });
  network.down = true;
  await sendFeedback(ask, 'Three');
  await untilQuiet(home.database);

  assert.deepEqual(valueIn(await ask('forgetting', {})), { waiting: null });
  valueIn(await ask('forget', {}));
  await untilQuiet(home.database);
  assert.deepEqual(valueIn(await ask('forgetting', {})), { waiting: 3 });
  assert.deepEqual(valueIn(await ask('draft', { feature: 'issue' })).typed, {});

  network.down = false;
  home.clock.time += HOUR;
  await resume(home);
  assert.deepEqual(valueIn(await ask('forgetting', {})), { waiting: null });
  assert.deepEqual(valueIn(await ask('outbox', {})), nothing);
  assert.equal(valueIn(await ask('agreement', { feature: 'feedback' })).agreed, false);
  assert.equal(valueIn(await ask('recommendationFacts', {})).agreed, false);
  assert.equal(stored.size, 1);
  assert.equal(valueIn(await asker(home, other)('outbox', {})).delivered.length, 1, 'another CRM is not forgotten');
  const left = await home.database.read(async (t) =>
    JSON.stringify([await t.all('values'), await t.all('outbox'), await t.all('withdrawn'), await t.all('agreements')]),
  );
  assert.ok(!left.includes(crm.baseUrl), left);
});

test('in a browser that users share, each has only their own forgotten', async () => {
  const { stored, transport } = vendor();
  const home = testHome({ transport, shared: true });
  await sendFeedback(asker(home), 'Mine');
  await sendFeedback(asker(home, colleague), 'Theirs');
  await untilQuiet(home.database);
  valueIn(await asker(home)('forget', {}));
  await untilQuiet(home.database);
  assert.equal(stored.size, 1);
  assert.equal(valueIn(await asker(home, colleague)('outbox', {})).delivered.length, 1);
});

test('a CRM of which nothing was sent is forgotten at once', async () => {
  const home = testHome();
  const ask = asker(home);
  await ask('agree', { feature: 'feedback' });
  valueIn(await ask('forget', {}));
  assert.equal(valueIn(await ask('agreement', { feature: 'feedback' })).agreed, false);
  assert.deepEqual(valueIn(await ask('forgetting', {})), { waiting: null });
});

test('a message that was taken back and changed is withdrawn by its id, though these bytes never left', async () => {
  const { stored, network, transport } = vendor();
  let refusing = true;
  const home = testHome({
    transport: async (request) => {
      const answer = await transport(request);
      return refusing ? reply(400, '') : answer;
    },
  });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'As it was');
  await untilQuiet(home.database);
  assert.equal(stored.size, 1, 'somebody on the way refused what the hub has');
  valueIn(await ask('edit', { id }));
  // Somebody else sends, so that this one has to wait.
  await home.database.write((t) =>
    t.put('values', { holder: 'another tab', item: 'message x', expires: home.clock.time + 20_000 }, 'lease'),
  );
  assert.equal((await sendFeedback(ask, 'As it is now')).id, id);
  assert.deepEqual(valueIn(await ask('withdraw', { id })), { left: true });
  refusing = false;
  network.down = false;
  home.clock.time += HOUR;
  await resume(home);
  assert.equal(stored.size, 0);
});
