import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CallName, Input, Output } from '../../../widget/contract/calls.ts';
import type { Answer } from '../../../widget/contract/failure.ts';
import { answer } from '../../../widget/service/answer.ts';
import { createService } from '../../../widget/service/createService.ts';
import { isAnyUnseen, refreshIfDue } from '../../../widget/service/news/news.ts';
import { createOtherFeed } from '../../../widget/service/news/otherFeed.ts';
import { withOtherFeed } from '../../../widget/service/news/withOtherFeed.ts';
import type { HubReply, HubRequest } from '../../../widget/service/surroundings.ts';
import { readerOf, reply, testHome, until, valueIn } from './home.ts';

const address = 'https://feeds.test/rss';
const feedOf = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><lastBuildDate>${Math.random()}</lastBuildDate></channel></rss>`;
const hours = 60 * 60 * 1000;

/** A home that may ask other hosts, with both of its networks. */
function scene() {
  const requests: HubRequest[] = [];
  const state = {
    hub: reply(200, feedOf('Hub')) as Answer<HubReply>,
    feed: reply(200, feedOf('Other')) as Answer<HubReply>,
    granted: true,
  };
  const home = testHome({ transport: async () => state.hub });
  const givenBack: string[] = [];
  const otherFeed = createOtherFeed(home, {
    transport: async (request) => {
      requests.push(request);
      return state.feed;
    },
    isGranted: async () => state.granted,
    giveBack: async (former) => {
      givenBack.push(former);
    },
  });
  Object.assign(home, { followSettings: () => otherFeed.forgetFormer() });
  const service = withOtherFeed(
    createService(
      home,
      readerOf(async () => null),
    ),
    otherFeed,
  );
  const ask = async <N extends CallName>(call: N, input: Input<N>) =>
    (await answer(service, { call, input })) as Answer<Output<N>>;
  return { home, ask, state, otherFeed, requests, givenBack };
}

test('a feed that is added is fetched at once, and shown with the hub’s', async () => {
  const { ask, requests } = scene();
  valueIn(await ask('changeSettings', { feed: address }));
  assert.deepEqual(
    requests.map(({ url, method, body }) => [url, method, body]),
    [[address, 'GET', undefined]],
  );
  const news = valueIn(await ask('news', {}));
  assert.match(news.feed ?? '', /Hub/);
  assert.equal(news.other?.address, address);
  assert.match(news.other?.feed ?? '', /Other/);
});

test('a failure of either does not hide the other', async () => {
  const { ask, state } = scene();
  valueIn(await ask('changeSettings', { feed: address }));
  state.hub = { ok: false, failure: 'offline' };
  const withoutHub = valueIn(await ask('refreshNews', {}));
  assert.deepEqual([withoutHub.failure, withoutHub.feed], ['offline', null]);
  assert.match(withoutHub.other?.feed ?? '', /Other/);
  state.hub = reply(200, feedOf('Hub'));
  state.feed = reply(500, '');
  const withoutOther = valueIn(await ask('refreshNews', {}));
  assert.deepEqual([withoutOther.failure, withoutOther.feed === null], [null, false]);
  assert.match(withoutOther.other?.feed ?? '', /Other/, 'what was kept stays');
  assert.equal(valueIn(await ask('settings', {})).feedTried?.failure, 'busy');
});

for (const [what, feed, failure] of [
  ['a page', reply(200, '<!doctype html><html></html>'), 'not-a-hub'],
  ['nothing', reply(404, ''), 'not-a-hub'],
  ['no answer', { ok: false, failure: 'timeout' } as const, 'timeout'],
] as const) {
  test(`${what} at the address is told in the settings, and is no news`, async () => {
    const { ask, state, home } = scene();
    state.feed = feed;
    valueIn(await ask('changeSettings', { feed: address }));
    assert.deepEqual(valueIn(await ask('settings', {})).feedTried, { at: home.clock.time, failure });
    assert.equal(valueIn(await ask('news', {})).other, undefined);
  });
}

test('a feed whose host the browser does not allow is not asked for', async () => {
  const { ask, state, requests } = scene();
  state.granted = false;
  valueIn(await ask('changeSettings', { feed: address }));
  assert.deepEqual(requests, []);
  assert.equal(valueIn(await ask('settings', {})).feedTried?.failure, 'not-allowed');
});

test('a feed that is removed is forgotten with what was read of it, and its host is given back', async () => {
  const { ask, home, givenBack } = scene();
  valueIn(await ask('changeSettings', { feed: address }));
  valueIn(await ask('markRead', { items: [`${address} 1`, 'hub 1'] }));
  valueIn(await ask('changeSettings', { feed: null }));
  assert.deepEqual(givenBack, [address]);
  assert.equal(await home.database.read((transaction) => transaction.get('values', 'other feed')), undefined);
  const news = valueIn(await ask('news', {}));
  assert.deepEqual([news.other, news.read], [undefined, ['hub 1']]);
});

test('a feed that is removed while it is on its way does not come back', async () => {
  const { ask, home, otherFeed, state } = scene();
  valueIn(await ask('changeSettings', { feed: address }));
  const before = state.feed;
  let arrive = (_: Answer<HubReply>) => {};
  // The transport hands over whatever stands here, be it still to come.
  Object.assign(state, { feed: new Promise<Answer<HubReply>>((resolve) => (arrive = resolve)) });
  const fetching = otherFeed.refresh();
  valueIn(await ask('changeSettings', { feed: null }));
  arrive(before);
  await fetching;
  assert.equal(await home.database.read((transaction) => transaction.get('values', 'other feed')), undefined);
});

test('it is asked for again after six hours, and tells of what is new and not of a new date', async () => {
  const { ask, home, otherFeed, state, requests } = scene();
  valueIn(await ask('news', {}));
  valueIn(await ask('changeSettings', { feed: address }));
  await refreshIfDue(home, otherFeed);
  assert.equal(requests.length, 1);
  home.clock.time += 7 * hours;
  state.hub = { ok: false, failure: 'offline' };
  state.feed = reply(200, feedOf('Other'));
  await refreshIfDue(home, otherFeed);
  assert.deepEqual([requests.length, home.unseen.at(-1)], [2, false]);
  home.clock.time += 7 * hours;
  state.feed = reply(200, feedOf('Something else'));
  await refreshIfDue(home, otherFeed);
  assert.deepEqual([requests.length, home.unseen.at(-1)], [3, true]);
  assert.equal(valueIn(await ask('open', {})).unseenNews, true);
  valueIn(await ask('news', {}));
  assert.equal(await isAnyUnseen(home, otherFeed), false);
});

test('opening the news does not wait for it', async () => {
  const { ask, home, state, requests } = scene();
  valueIn(await ask('changeSettings', { feed: address }));
  home.clock.time += 7 * hours;
  Object.assign(state, { feed: new Promise(() => {}) });
  assert.match(valueIn(await ask('news', {})).other?.feed ?? '', /Other/);
  await until(() => requests.length === 2, 'it is asked for all the same');
});
