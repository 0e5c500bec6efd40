import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogEntry } from '../../../widget/contract/calls.ts';
import type { Answer } from '../../../widget/contract/failure.ts';
import { logged } from '../../../widget/service/log/logged.ts';
import { resume } from '../../../widget/service/outbox/delivery.ts';
import type { HubReply, Transport } from '../../../widget/service/surroundings.ts';
import { ModelHub } from '../../model/hub.ts';
import type { Ask, TestHome } from './home.ts';
import { asker, reply, sendFeedback, testHome, until, untilQuiet, valueIn } from './home.ts';

const HOUR = 3_600_000;
const LOST: Answer<HubReply> = { ok: false, failure: 'offline' };
const REFUSED = reply(403, '<html>');

/** A browser and a hub. While the network is up all that is sent arrives; the next answers are heard as `heard` has them. */
function vendor() {
  const hub = new ModelHub(() => 0);
  const heard: Answer<HubReply>[] = [];
  const network = { up: true };
  const { database, clock } = testHome();
  const transport: Transport = async (request) => {
    const given = network.up ? hub.receive(request) : LOST;
    return heard.shift() ?? given;
  };
  const home = testHome({
    database,
    clock,
    transport: logged(transport, database, clock),
  });
  const textsAtHub = () => [...hub.rows.values()].map(({ body }) => JSON.parse(body).fields.text);
  return { hub, heard, network, home, ask: asker(home), textsAtHub };
}

/** Sends a text whose first receipt is lost, and whose second try is refused on its way. */
async function refusedThoughReceived(text = 'Once only') {
  const all = vendor();
  const { home, ask, heard } = all;
  heard.push(LOST, REFUSED);
  const { id } = await sendFeedback(ask, text);
  await laterOn(home);
  assert.equal(valueIn(await ask('outbox', {})).waiting[0]?.state, 'refused');
  return { ...all, id };
}

async function laterOn(home: TestHome): Promise<void> {
  await untilQuiet(home.database);
  home.clock.time += HOUR;
  await resume(home);
}

/** How it stands with the message of that id, as the log has it. */
async function standing(ask: Ask, id: string): Promise<LogEntry['standing'] | undefined> {
  const { entries } = valueIn(await ask('log', { words: '', from: null }));
  return entries.find(({ message }) => message === id)?.standing;
}

test('a refused message that is deleted is withdrawn from the hub, to which an earlier try brought it', async () => {
  const { ask, home, id, hub } = await refusedThoughReceived();
  assert.equal(hub.rows.size, 1);
  assert.deepEqual(valueIn(await ask('withdraw', { id })), { left: true });
  await untilQuiet(home.database);
  assert.equal(hub.rows.size, 0);
  const { waiting, withdrawn } = valueIn(await ask('outbox', {}));
  assert.deepEqual([waiting, withdrawn[0]?.id], [[], id]);
});

test('a text taken back and changed is told of when the hub had the first, and takes its place there', async () => {
  const { ask, home, id, textsAtHub } = await refusedThoughReceived('At first');
  await ask('edit', { id });
  const second = await sendFeedback(ask, 'Changed');
  await untilQuiet(home.database);
  assert.equal(valueIn(await ask('outbox', {})).waiting[0]?.failure, 'conflict');
  await ask('edit', { id: second.id });
  assert.equal(valueIn(await ask('draft', { feature: 'feedback' })).typed.text, 'Changed');
  const third = await sendFeedback(ask, 'Changed');
  await untilQuiet(home.database);
  assert.notEqual(third.id, id);
  assert.deepEqual(textsAtHub(), ['Changed']);
  const { waiting, delivered, withdrawn } = valueIn(await ask('outbox', {}));
  assert.deepEqual([waiting, delivered[0]?.id, withdrawn[0]?.id], [[], third.id, id]);
});

test('what stands in its form again can be withdrawn, and is another message when it is sent then', async () => {
  const { ask, home, id, hub, heard, textsAtHub } = await refusedThoughReceived();
  await ask('edit', { id });
  assert.deepEqual(valueIn(await ask('outbox', {})).waiting, []);
  assert.equal(await standing(ask, id), 'refused');
  const shown = valueIn(await ask('prepare', { feature: 'feedback', typed: { text: 'Once only' }, switched: [] }));
  heard.push(LOST);
  assert.deepEqual(valueIn(await ask('withdraw', { id })), { left: true });
  await untilQuiet(home.database);
  // The form shows a message that is withdrawn by now.
  const stale = await ask('send', { feature: 'feedback', message: shown.message });
  assert.deepEqual(stale, { ok: false, failure: 'changed' });
  assert.equal(valueIn(await ask('draft', { feature: 'feedback' })).typed.text, 'Once only');
  const again = await sendFeedback(ask, 'Once only');
  assert.notEqual(again.id, id);
  await laterOn(home);
  assert.deepEqual([...hub.rows.keys()], [again.id]);
  assert.deepEqual(textsAtHub(), ['Once only']);
  assert.equal(await standing(ask, id), 'withdrawn');
});

test('what was delivered after all, and stands in its form again, can be withdrawn and sent anew', async () => {
  let arrive = (_: Answer<HubReply>) => {};
  const all = vendor();
  const { ask, home, hub, heard } = all;
  const slow = new Promise<Answer<HubReply>>((resolve) => {
    arrive = resolve;
  });
  const { transport } = home;
  let first = true;
  const slowly = testHome({
    ...home,
    transport: async (...given) => {
      if (!first) return transport(...given);
      first = false;
      await transport(...given);
      return slow;
    },
  });
  const { id } = await sendFeedback(asker(slowly), 'Slow line');
  await until(() => hub.rows.size === 1, 'it arrived');
  // The computer slept: somebody else takes over, and is refused.
  heard.push(REFUSED);
  home.clock.time += HOUR;
  await resume(home);
  await ask('edit', { id });
  arrive(reply(201, { id, receivedAt: '2026-11-24T08:00:00.000Z' }));
  await until(async () => valueIn(await ask('outbox', {})).delivered.length === 1, 'the receipt came');
  heard.push(LOST);
  await ask('withdraw', { id });
  await untilQuiet(home.database);
  const again = await sendFeedback(ask, 'Slow line');
  await laterOn(home);
  assert.deepEqual([...hub.rows.keys()], [again.id]);
});

/** What a release left that did not yet note which form a message is back in: its late receipt, and its id in that form. */
async function heldByAForm() {
  const all = await refusedThoughReceived('First');
  const { ask, home, id } = all;
  await ask('edit', { id });
  await home.database.write(async (t) => {
    const [{ draft, ...item }] = (await t.all('outbox')) as [Record<string, unknown>];
    const receipt = { id, receivedAt: '2026-11-24T08:00:00.000Z' };
    await t.put('delivered', { ...item, receipt, deliveredAt: home.clock.time });
    await t.delete('outbox', id);
  });
  return all;
}

for (const [when, pause] of [
  ['waits', async () => {}],
  ['is done', ({ database }: TestHome) => untilQuiet(database)],
] as const) {
  test(`what a form holds under an id whose withdrawal ${when} goes under another, and takes nothing’s place`, async () => {
    const { ask, home, id, hub, network, textsAtHub } = await heldByAForm();
    network.up = when === 'is done';
    valueIn(await ask('withdraw', { id }));
    await pause(home);
    const stale = valueIn(await ask('prepare', { feature: 'feedback', typed: { text: 'Second' }, switched: [] }));
    assert.deepEqual(await ask('send', { feature: 'feedback', message: stale.message }), {
      ok: false,
      failure: 'changed',
    });
    assert.equal(valueIn(await ask('draft', { feature: 'feedback' })).typed.text, 'Second');
    assert.notEqual((await sendFeedback(ask, 'Second')).id, id);
    network.up = true;
    await laterOn(home);
    assert.deepEqual(textsAtHub(), ['Second']);
    assert.equal(hub.rows.has(id), false);
    const { waiting, delivered, withdrawn } = valueIn(await ask('outbox', {}));
    const listed = [waiting, delivered, withdrawn].map((list) => list.map(({ excerpt }) => excerpt));
    assert.deepEqual(listed, [[], ['Second'], ['First']]);
  });
}

test('a withdrawal that was given up can be asked for again from the log, though no receipt ever came', async () => {
  const { ask, home, id, hub, heard, network } = await refusedThoughReceived();
  network.up = false;
  heard.push(REFUSED);
  await ask('withdraw', { id });
  await untilQuiet(home.database);
  assert.equal(valueIn(await ask('outbox', {})).waiting[0]?.state, 'refused');
  valueIn(await ask('leave', { id }));
  assert.deepEqual(valueIn(await ask('outbox', {})).waiting, []);
  assert.equal(await standing(ask, id), 'not-withdrawn');
  assert.equal(hub.rows.size, 1);
  network.up = true;
  await ask('withdraw', { id });
  await untilQuiet(home.database);
  assert.equal(hub.rows.size, 0);
});

test('a refused withdrawal has no text to be read or put back into a form', async () => {
  const { ask, home, id, heard } = await refusedThoughReceived();
  heard.push(REFUSED);
  await ask('withdraw', { id });
  await untilQuiet(home.database);
  for (const call of ['written', 'edit'] as const)
    assert.deepEqual(await ask(call, { id }), { ok: false, failure: 'gone' }, call);
  assert.equal(valueIn(await ask('outbox', {})).waiting.length, 1);
});

test('only a refused withdrawal can be given up', async () => {
  const { ask, id } = await refusedThoughReceived();
  assert.deepEqual(await ask('leave', { id }), { ok: false, failure: 'gone' });
});

test('forgetting a CRM withdraws what stands in a form again, and ends when the last withdrawal is given up', async () => {
  const { ask, home, id, hub, heard } = await refusedThoughReceived();
  await ask('edit', { id });
  heard.push(REFUSED);
  valueIn(await ask('forget', {}));
  await untilQuiet(home.database);
  assert.equal(hub.rows.size, 0);
  assert.deepEqual(valueIn(await ask('forgetting', {})), { waiting: 1 });
  valueIn(await ask('leave', { id }));
  assert.deepEqual(valueIn(await ask('forgetting', {})), { waiting: null });
  for (const store of ['outbox', 'drafts', 'log'] as const)
    assert.deepEqual(await home.database.read((t) => t.all(store)), [], store);
});
