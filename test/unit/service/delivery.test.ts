import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { resume, resumeOnline } from '../../../widget/service/outbox/delivery.ts';
import { openDatabase } from '../../../widget/service/storage/database.ts';
import type { HubRequest, Transport } from '../../../widget/service/surroundings.ts';
import {
  asker,
  colleague,
  receiptFor,
  reply,
  sendFeedback,
  TestClock,
  testHome,
  until,
  untilQuiet,
  valueIn,
} from './home.ts';

const HOUR = 3_600_000;

/** A network that answers as scripted, then as a hub does. */
function scripted(...answers: (Awaited<ReturnType<Transport>> | 'hang')[]) {
  const requests: HubRequest[] = [];
  const transport: Transport = async (request) => {
    requests.push(request);
    const next = answers.shift();
    if (next === 'hang') return new Promise(() => {});
    return next ?? receiptFor(request);
  };
  return { requests, transport };
}

test('a message is stored before it is sent, and gone from the outbox once there is a receipt', async () => {
  const { requests, transport } = scripted();
  const stored: number[] = [];
  const home = testHome({
    transport: async (request) => {
      stored.push((await home.database.read((t) => t.all('outbox'))).length);
      return transport(request);
    },
  });
  const ask = asker(home);
  const { id, message } = await sendFeedback(ask, 'Hello\nthere');
  await untilQuiet(home.database);
  assert.deepEqual(stored, [1]);
  assert.equal(requests[0]?.url, 'https://hub.test/v1/feedback');
  assert.equal(requests[0]?.body, message);
  const { waiting, delivered } = valueIn(await ask('outbox', {}));
  assert.deepEqual(waiting, []);
  assert.deepEqual(delivered, [
    {
      id,
      feature: 'feedback',
      excerpt: 'Hello there',
      receipt: { id, receivedAt: '2026-11-24T08:00:00.000Z' },
      deliveredAt: home.clock.time,
    },
  ]);
});

test('what is kept of a delivered message is enough to withdraw it, and not its text', async () => {
  const home = testHome(scripted());
  const text = `${'A long text. '.repeat(50)}The end.`;
  await sendFeedback(asker(home), text);
  await untilQuiet(home.database);
  const kept = await home.database.read((t) => t.all('delivered'));
  assert.match(JSON.stringify(kept), /"secret":"[0-9a-f]{64}"/);
  assert.ok(!JSON.stringify(await home.database.read((t) => t.all('drafts'))).includes('The end.'));
  assert.ok(!JSON.stringify(kept).includes('The end.'));
});

test('the same string again, after delivery, is the same message', async () => {
  const { requests, transport } = scripted();
  const home = testHome({ transport });
  const ask = asker(home);
  const { id, message } = await sendFeedback(ask, 'Once');
  await untilQuiet(home.database);
  assert.deepEqual(await ask('send', { feature: 'feedback', message }), { ok: true, value: { id } });
  const other = message.replace('Once', 'Twice');
  assert.deepEqual(await ask('send', { feature: 'feedback', message: other }), { ok: false, failure: 'changed' });
  await untilQuiet(home.database);
  assert.equal(requests.length, 1);
});

const passing: [name: string, answer: Awaited<ReturnType<Transport>>, failure: string][] = [
  ['there is no network', { ok: false, failure: 'offline' }, 'offline'],
  ['the hub does not answer in time', { ok: false, failure: 'timeout' }, 'timeout'],
  ['it is redirected', { ok: false, failure: 'not-a-hub' }, 'not-a-hub'],
  ['the answer never ends', { ok: false, failure: 'too-large' }, 'not-a-hub'],
  ['the hub says 408', reply(408, ''), 'busy'],
  ['the hub says 425', reply(425, ''), 'busy'],
  ['the hub says 429', reply(429, ''), 'busy'],
  ['the hub says 500', reply(500, { error: { code: 'internal', message: 'Oh' } }), 'busy'],
  ['the hub says 503', reply(503, '<html>'), 'busy'],
  ['a captive portal says 200', reply(200, '<!doctype html><html>Log in</html>'), 'not-a-hub'],
  ['a captive portal says 511', reply(511, '<html>'), 'busy'],
  ['somebody says 200 with JSON of their own', reply(200, { id: 'yes' }), 'not-a-hub'],
  ['somebody says 204', reply(204, ''), 'not-a-hub'],
  ['somebody says 304', reply(304, ''), 'not-a-hub'],
  [
    'the receipt is for another message',
    reply(201, { id: '0b6f2c1e-0000-4000-8000-000000000000', receivedAt: '2026-11-24T08:00:00.000Z' }),
    'not-a-hub',
  ],
];
for (const [name, answer, failure] of passing) {
  test(`when ${name}, the message waits, and goes later as the same bytes`, async () => {
    const { requests, transport } = scripted(answer);
    const home = testHome({ transport });
    const ask = asker(home);
    const { id, message } = await sendFeedback(ask, 'Patience');
    await untilQuiet(home.database);
    const [waiting] = valueIn(await ask('outbox', {})).waiting;
    assert.deepEqual(
      { id: waiting?.id, state: waiting?.state, attempts: waiting?.attempts, failure: waiting?.failure },
      { id, state: 'waiting', attempts: 1, failure },
    );
    assert.equal(waiting?.nextAttemptAt, home.clock.time + 2_500);
    assert.equal(home.wakes.at(-1), home.clock.time + 2_500, 'somebody is called for the next attempt');

    await resume(home);
    assert.equal(requests.length, 1, 'not before its time');
    home.clock.time += 2_500;
    await resume(home);
    assert.equal(requests.length, 2);
    assert.equal(requests[1]?.body, message);
    assert.equal(valueIn(await ask('outbox', {})).delivered[0]?.id, id);
  });
}

const final: [status: number, body: unknown, failure: string, detail: string | null][] = [
  [400, { error: { code: 'bad-request', message: 'No.' } }, 'refused', 'No.'],
  [401, '<html>', 'refused', null],
  [404, { error: { code: 'evil', message: 'x' } }, 'refused', null],
  [409, { error: { code: 'conflict', message: 'Another.' } }, 'conflict', 'Another.'],
  [413, '', 'too-large', null],
  [422, { error: { code: 'bad-request', message: 'x'.repeat(500) } }, 'refused', 'x'.repeat(200)],
];
for (const [status, body, failure, detail] of final) {
  test(`a ${status} is final: the message is not tried again, its text is kept`, async () => {
    const { requests, transport } = scripted(reply(status, body));
    const home = testHome({ transport });
    const ask = asker(home);
    const { id, message: shown } = await sendFeedback(ask, 'Refuse me');
    await untilQuiet(home.database);
    const [message] = valueIn(await ask('outbox', {})).waiting;
    assert.deepEqual([message?.state, message?.failure, message?.detail], ['refused', failure, detail]);
    home.clock.time += 100 * HOUR;
    await ask('retry', {});
    await resume(home);
    assert.equal(requests.length, 1);
    assert.deepEqual(valueIn(await ask('written', { id })), { typed: { text: 'Refuse me' }, message: shown });
    assert.equal(home.waiting.at(-1), false, 'nothing waits');
  });
}

test('the hub is not asked again before it said', async () => {
  const { requests, transport } = scripted(reply(429, '', 600_000));
  const home = testHome({ transport });
  await sendFeedback(asker(home), 'Patience');
  await untilQuiet(home.database);
  home.clock.time += 599_999;
  await resume(home);
  assert.equal(requests.length, 1);
  home.clock.time += 1;
  await resume(home);
  assert.equal(requests.length, 2);
});

test('a clock that jumps does not hold a message for years', async () => {
  const { requests, transport } = scripted({ ok: false, failure: 'offline' });
  const home = testHome({ transport });
  home.clock.time += 10 * 365 * 24 * HOUR;
  await sendFeedback(asker(home), 'Sent from the future');
  await untilQuiet(home.database);
  home.clock.time -= 10 * 365 * 24 * HOUR;
  await resume(home);
  assert.equal(requests.length, 2);
});

test('a lease taken before the clock was set back holds nobody up', async () => {
  const factory = new IDBFactory();
  const dying = testHome({ database: openDatabase(factory), ...scripted('hang') });
  dying.clock.time += 10 * 365 * 24 * HOUR;
  await sendFeedback(asker(dying), 'Sent from the future');
  const { requests, transport } = scripted();
  const home = testHome({ database: openDatabase(factory), transport });
  await resume(home);
  assert.equal(requests.length, 1);
});

test('the state is true: sending while a lease lives on the message, else waiting', async () => {
  const factory = new IDBFactory();
  const clock = new TestClock();
  const { requests, transport } = scripted('hang');
  const ask = asker(testHome({ database: openDatabase(factory), clock, transport }));
  await sendFeedback(ask, 'Still on its way');
  await until(() => requests.length === 1, 'it is being sent');
  const stateOf = async () => valueIn(await ask('outbox', {})).waiting.map(({ state }) => state);
  assert.deepEqual(await stateOf(), ['sending']);
  clock.time += 20_000;
  assert.deepEqual(await stateOf(), ['waiting'], 'the worker that sent it is dead');
});

test('while one is sending, another does not send the same', async () => {
  const factory = new IDBFactory();
  const clock = new TestClock();
  let finish = () => {};
  const requests: HubRequest[] = [];
  const transport: Transport = (request) => {
    requests.push(request);
    return new Promise((resolve) => {
      finish = () => resolve(receiptFor(request));
    });
  };
  const [one, two] = [1, 2].map(() => testHome({ database: openDatabase(factory), clock, transport }));
  assert.ok(one && two);
  await sendFeedback(asker(one), 'Once only');
  await until(() => requests.length === 1, 'the first sends');
  await Promise.all([resume(two), resume(two), asker(two)('retry', {})]);
  assert.equal(requests.length, 1);
  assert.equal(two.wakes.at(-1), clock.time + 20_000, 'the second looks again when the lease has run out');
  finish();
  await untilQuiet(one.database);
  await resume(two);
  assert.equal(requests.length, 1);
  assert.equal(valueIn(await asker(two)('outbox', {})).delivered.length, 1);
});

test('two services that start at once on one database send each message once', async () => {
  const factory = new IDBFactory();
  const clock = new TestClock();
  const offline = testHome({ database: openDatabase(factory), clock });
  for (const text of ['a', 'b', 'c', 'd', 'e']) await sendFeedback(asker(offline), text);
  await untilQuiet(offline.database);
  clock.time += HOUR;
  const { requests, transport } = scripted();
  await Promise.all([1, 2, 3].map(() => resume(testHome({ database: openDatabase(factory), clock, transport }))));
  await untilQuiet(offline.database);
  const bodies = requests.map(({ body }) => body);
  assert.equal(bodies.length, 5);
  assert.equal(new Set(bodies).size, 5);
});

test('the lease is renewed while a slow hub takes its time', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const clock = new TestClock();
  let finish = () => {};
  const requests: HubRequest[] = [];
  const transport: Transport = (request) => {
    requests.push(request);
    return new Promise((resolve) => {
      finish = () => resolve(receiptFor(request));
    });
  };
  const home = testHome({ clock, transport });
  const turn = async () => {
    for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  await sendFeedback(asker(home), 'Slowly');
  await turn();
  for (let i = 0; i < 12; i++) {
    clock.time += 7_000;
    t.mock.timers.tick(7_000);
    await turn();
    await resume(home);
  }
  assert.equal(requests.length, 1, 'nobody else took it in 84 seconds');
  finish();
  await turn();
  assert.equal(valueIn(await asker(home)('outbox', {})).delivered.length, 1);
});

test('the time limit grows with the message', async () => {
  const { requests, transport } = scripted();
  const home = testHome({ transport });
  await sendFeedback(asker(home), 'short');
  await untilQuiet(home.database);
  await sendFeedback(asker(home), '€'.repeat(20_000));
  await untilQuiet(home.database);
  assert.deepEqual(
    requests.map(({ timeout }) => timeout),
    [26_000, 27_000],
  );
});

test('one hopeless message does not hold up the others', async () => {
  const home = testHome({
    transport: async (request) => (request.body?.includes('poison') ? reply(500, '') : receiptFor(request)),
  });
  const ask = asker(home);
  await sendFeedback(ask, 'poison');
  await untilQuiet(home.database);
  await sendFeedback(ask, 'fine');
  await untilQuiet(home.database);
  const { waiting, delivered } = valueIn(await ask('outbox', {}));
  assert.deepEqual([waiting[0]?.excerpt, delivered[0]?.excerpt], ['poison', 'fine']);
});

test('"Try now" does not wait', async () => {
  const { requests, transport } = scripted(reply(503, '', 5 * HOUR));
  const home = testHome({ transport });
  const ask = asker(home);
  await sendFeedback(ask, 'Now');
  await untilQuiet(home.database);
  await ask('retry', {});
  await until(() => requests.length === 2, 'it is tried again');
});

test('being online again hurries what failed for want of a network, and not what the hub put off', async () => {
  const { requests, transport } = scripted({ ok: false, failure: 'offline' }, reply(503, '', 5 * HOUR));
  const home = testHome({ transport });
  const ask = asker(home);
  const first = await sendFeedback(ask, 'offline');
  await untilQuiet(home.database);
  await sendFeedback(ask, 'put off');
  await untilQuiet(home.database);
  await resumeOnline(home);
  assert.equal(requests.length, 3);
  assert.equal(requests[2]?.body, first.message);
});

test('the home is told that something waits before it is stored, and when nothing does any more', async () => {
  const home = testHome({ ...scripted({ ok: false, failure: 'offline' }) });
  await sendFeedback(asker(home), 'Hello');
  await untilQuiet(home.database);
  assert.equal(home.waiting[0], true);
  assert.equal(home.waiting.at(-1), true);
  home.clock.time += HOUR;
  await resume(home);
  assert.equal(home.waiting.at(-1), false);
});

test('with nothing waiting, looking costs no request and asks for no wake-up', async () => {
  const { requests, transport } = scripted();
  const home = testHome({ transport });
  await resume(home);
  assert.deepEqual([requests, home.wakes], [[], []]);
});

test('what is withdrawn while it waits is not sent again', async () => {
  const { requests, transport } = scripted({ ok: false, failure: 'offline' });
  const home = testHome({ transport });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'Never mind');
  await untilQuiet(home.database);
  assert.ok((await ask('withdraw', { id })).ok);
  await untilQuiet(home.database);
  home.clock.time += HOUR;
  await resume(home);
  assert.equal(requests.filter(({ url }) => url.endsWith('/v1/feedback')).length, 1);
  assert.deepEqual(await ask('written', { id }), { ok: false, failure: 'gone' });
});

test('a refused message goes back into its form, unless another text stands there', async () => {
  const home = testHome({ ...scripted(reply(400, '')) });
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'Refuse me \ud800 😀');
  await untilQuiet(home.database);
  await ask('prepare', { feature: 'feedback', typed: { text: 'Something else' }, switched: ['os'] });
  assert.deepEqual(await ask('edit', { id }), { ok: false, failure: 'draft-in-the-way' });
  await ask('prepare', { feature: 'feedback', typed: { text: ' ' }, switched: ['os'] });
  assert.deepEqual(valueIn(await ask('edit', { id })), { feature: 'feedback' });
  const draft = valueIn(await ask('draft', { feature: 'feedback' }));
  assert.deepEqual(draft, { typed: { text: 'Refuse me \ud800 😀' }, switched: ['os'] });
  assert.deepEqual(valueIn(await ask('outbox', {})).waiting, []);
  const again = await sendFeedback(ask, 'Refuse me no more');
  assert.equal(again.id, id, 'should the hub have had the first text after all, it says so');
});

test('what still waits is not taken back into its form', async () => {
  const home = testHome();
  const ask = asker(home);
  const { id } = await sendFeedback(ask, 'On its way');
  await untilQuiet(home.database);
  assert.deepEqual(await ask('edit', { id }), { ok: false, failure: 'gone' });
});

for (const shared of [false, true]) {
  test(`another user sees nothing of it, though it is sent for all (${shared ? 'CRM page' : 'extension'})`, async () => {
    const { requests, transport } = scripted({ ok: false, failure: 'offline' });
    const home = testHome({ shared, transport });
    const { id } = await sendFeedback(asker(home), 'Private');
    await untilQuiet(home.database);
    const other = asker(home, colleague);
    assert.deepEqual(valueIn(await other('outbox', {})), { waiting: [], delivered: [], withdrawn: [] });
    for (const call of ['written', 'edit', 'withdrawal', 'withdraw', 'leave'] as const) {
      assert.deepEqual(await other(call, { id }), { ok: false, failure: 'gone' });
    }
    home.clock.time += HOUR;
    await resume(home);
    assert.equal(requests.length, 2);
    assert.deepEqual(valueIn(await other('outbox', {})), { waiting: [], delivered: [], withdrawn: [] });
    await other('clearDelivered', {});
    assert.equal(valueIn(await asker(home)('outbox', {})).delivered.length, 1);
  });
}

test('away from any CRM, the extension lists everything and a CRM page nothing', async () => {
  for (const shared of [false, true]) {
    const home = testHome({ shared });
    const { id } = await sendFeedback(asker(home), 'Mine');
    await untilQuiet(home.database);
    const nowhere = asker(home, null);
    assert.equal(valueIn(await nowhere('outbox', {})).waiting.length, shared ? 0 : 1);
    assert.equal((await nowhere('written', { id })).ok, !shared);
  }
});

test('a receipt is listed for thirty days, or until the list is cleared', async () => {
  const home = testHome(scripted());
  const ask = asker(home);
  await sendFeedback(ask, 'Old');
  await untilQuiet(home.database);
  home.clock.time += 31 * 24 * HOUR;
  assert.deepEqual(valueIn(await ask('outbox', {})).delivered, []);
  await sendFeedback(ask, 'New');
  await untilQuiet(home.database);
  assert.equal(valueIn(await ask('outbox', {})).delivered.length, 1);
  await ask('clearDelivered', {});
  assert.deepEqual(valueIn(await ask('outbox', {})).delivered, []);
});
