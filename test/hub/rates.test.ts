import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { defaultRates } from '../../server/limits/limits.ts';
import { assertProblem } from './assertProblem.ts';
import { feedback, issue, post, signUp, withdrawal } from './envelope.ts';
import { openHub } from './inProcess.ts';

/** A hub behind a proxy that takes little. */
const openStrict = (rates: object) =>
  openHub({ rates: { ...defaultRates, install: 1000, sender: 1000, signUps: 1000, ...rates }, trustProxy: 1 });

const from = (address: string) => ({ 'X-Forwarded-For': address });

describe('more than the hub takes at a time', () => {
  test('from one install is refused until later, feedback and reports together; other installs are not', async () => {
    const hub = await openStrict({ install: 2 });
    const installKey = '42';
    assert.equal((await hub.ask('/v1/feedback', post(feedback({ installKey })))).status, 201);
    assert.equal((await hub.ask('/v1/issues', post(issue({ installKey })))).status, 201);
    const refused = await hub.ask('/v1/feedback', post(feedback({ installKey })));
    assert.match(refused.headers.get('Retry-After') ?? '', /^\d+$/);
    assert.ok(Number(refused.headers.get('Retry-After')) <= 1800);
    await assertProblem(refused, 429, 'too-many');
    assert.equal((await hub.ask('/v1/feedback', post(feedback({ installKey: '43' })))).status, 201);
    assert.equal((await hub.ask('/v1/feedback', post(feedback()))).status, 201);
    await hub.close();
  });

  test('from one address is refused before it is read, whatever it is', async () => {
    const hub = await openStrict({ sender: 3 });
    const sender = from('203.0.113.7');
    await hub.ask('/v1/feedback', post(feedback(), sender));
    await hub.ask('/v1/withdrawals', post(withdrawal(feedback()), sender));
    await hub.ask('/v1/issues', post('{', sender));
    for (const path of ['/v1/feedback', '/v1/issues', '/v1/subscriptions', '/v1/withdrawals']) {
      await assertProblem(await hub.ask(path, post('{', sender)), 429, 'too-many');
    }
    assert.equal((await hub.ask('/v1/news.rss', { headers: sender })).status, 200);
    assert.equal((await hub.ask('/v1/feedback', post(feedback(), from('203.0.113.8')))).status, 201);
    await hub.close();
  });

  test('in bytes from one address is refused as well, by the length that the body says it has, or could have', async () => {
    const sender = from('203.0.113.7');
    const bytes = 100 * 1024;
    const saying = (length: number) => post(feedback(), { ...sender, 'Content-Length': String(length) });
    const hub = await openStrict({ senderMegabytes: 1 });
    for (let sent = 0; sent < 10; sent += 1) {
      assert.equal((await hub.ask('/v1/feedback', saying(bytes))).status, 201);
    }
    await assertProblem(await hub.ask('/v1/feedback', saying(bytes)), 429, 'too-many');
    // What is small still has room.
    assert.equal((await hub.ask('/v1/feedback', saying(1024))).status, 201);
    assert.equal((await hub.ask('/v1/feedback', post(feedback(), sender))).status, 429);
    assert.equal((await hub.ask('/v1/feedback', post(feedback(), from('203.0.113.8')))).status, 201);
    await hub.close();
  });

  test('a length that is a lie costs no more than the largest message', async () => {
    const sender = from('203.0.113.7');
    const hub = await openStrict({ senderMegabytes: 1 });
    const lie = post(feedback(), { ...sender, 'Content-Length': String(1e12) });
    await assertProblem(await hub.ask('/v1/feedback', lie), 413, 'too-large');
    const honest = post(feedback(), { ...sender, 'Content-Length': String(1024) });
    assert.equal((await hub.ask('/v1/feedback', honest)).status, 201);
    await hub.close();
  });

  test('sign-ups from one address have a limit of their own', async () => {
    const hub = await openStrict({ signUps: 1 });
    const sender = from('203.0.113.7');
    assert.equal((await hub.ask('/v1/subscriptions', post(signUp(), sender))).status, 201);
    await assertProblem(await hub.ask('/v1/subscriptions', post(signUp(), sender)), 429, 'too-many');
    assert.equal((await hub.ask('/v1/feedback', post(feedback(), sender))).status, 201);
    await hub.close();
  });

  test('only what the trusted proxy wrote counts, and an IPv6 network counts as one', async () => {
    const hub = await openStrict({ sender: 1 });
    const send = (address: string) => hub.ask('/v1/feedback', post(feedback(), from(address)));
    assert.equal((await send('198.51.100.1, 203.0.113.7')).status, 201);
    assert.equal((await send('198.51.100.2, 203.0.113.7')).status, 429);
    assert.equal((await send('2001:db8:0:1::5')).status, 201);
    assert.equal((await send('2001:db8:0:1:ffff::6')).status, 429);
    assert.equal((await send('2001:db8:0:2::5')).status, 201);
    await hub.close();
  });

  test('no port and no form of an address makes another sender', async () => {
    const hub = await openStrict({ sender: 1 });
    const send = (address: string) => hub.ask('/v1/feedback', post(feedback(), from(address)));
    assert.equal((await send('203.0.113.7:5555')).status, 201);
    for (const same of ['203.0.113.7', '203.0.113.7:5556', '::ffff:203.0.113.7', '[::ffff:cb00:7107]:80']) {
      assert.equal((await send(same)).status, 429, same);
    }
    assert.equal((await send('::ffff:198.51.100.9')).status, 201);
    assert.equal((await send('[2001:db8::1]:443')).status, 201);
    assert.equal((await send('[2001:db8::2]:444')).status, 429);
    await hub.close();
  });

  test('who is not named by the trusted proxy is counted, all as one', async () => {
    const hub = await openHub({ rates: { ...defaultRates, sender: 1 }, trustProxy: 2 });
    const send = (headers: Record<string, string>) => hub.ask('/v1/feedback', post(feedback(), headers));
    assert.equal((await send({})).status, 201);
    for (const unnamed of [{}, from('203.0.113.7'), from('unknown, 192.0.2.1'), from(', 192.0.2.1')]) {
      assert.equal((await send(unnamed)).status, 429);
    }
    assert.equal((await send(from('203.0.113.7, 192.0.2.1'))).status, 201);
    await hub.close();
  });

  test('without a trusted proxy the header is not read', async () => {
    const hub = await openHub({ rates: { ...defaultRates, install: 1, sender: 1, signUps: 1, mails: 1 } });
    for (let round = 0; round < 3; round += 1) {
      assert.equal((await hub.ask('/v1/feedback', post(feedback(), from('203.0.113.7')))).status, 201);
    }
    await hub.close();
  });
});
