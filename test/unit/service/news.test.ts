import assert from 'node:assert/strict';
import { test } from 'node:test';
import { limits } from '../../../widget/contract/limits.ts';
import { refreshIfDue } from '../../../widget/service/news/news.ts';
import type { HubRequest, Transport } from '../../../widget/service/surroundings.ts';
import { asker, colleague, reply, testHome, valueIn } from './home.ts';

const feedOf = (title: string) => `<rss><channel><item><title>${title}</title></item></channel></rss>`;

/** A hub whose feed can be changed. */
function vendor(shared = false) {
  const requests: HubRequest[] = [];
  let answer: Awaited<ReturnType<Transport>> = reply(200, feedOf('One'));
  const home = testHome({
    shared,
    transport: async (request) => {
      requests.push(request);
      return answer;
    },
  });
  return {
    home,
    requests,
    answers: (next: typeof answer) => {
      answer = next;
    },
  };
}

test('the news are asked for by a plain GET without any field', async () => {
  const { home, requests } = vendor();
  await asker(home)('news', {});
  assert.deepEqual(requests, [{ url: 'https://hub.test/v1/news.rss', method: 'GET', timeout: 15_000 }]);
});

test('the stored feed is shown for six hours, then asked for anew', async () => {
  const { home, requests, answers } = vendor();
  const ask = asker(home);
  const first = valueIn(await ask('news', {}));
  assert.deepEqual(first, { feed: feedOf('One'), fetchedAt: home.clock.time, failure: null, read: [] });
  answers(reply(200, feedOf('Two')));
  home.clock.time += limits.newsAge - 1;
  assert.deepEqual(valueIn(await ask('news', {})), first);
  assert.equal(requests.length, 1);
  home.clock.time += 1;
  assert.equal(valueIn(await ask('news', {})).feed, feedOf('Two'));
});

test('asking for fresh news asks now', async () => {
  const { home, requests } = vendor();
  const ask = asker(home);
  await ask('news', {});
  await ask('refreshNews', {});
  assert.equal(requests.length, 2);
});

test('news from before the clock was set back are asked for anew', async () => {
  const { home, requests } = vendor();
  const ask = asker(home);
  await ask('news', {});
  home.clock.time -= 1_000 * limits.newsAge;
  await ask('news', {});
  assert.equal(requests.length, 2);
});

const failures: [name: string, answer: Awaited<ReturnType<Transport>>, failure: string][] = [
  ['there is no network', { ok: false, failure: 'offline' }, 'offline'],
  ['the hub is slow', { ok: false, failure: 'timeout' }, 'timeout'],
  ['the feed never ends', { ok: false, failure: 'too-large' }, 'too-large'],
  ['the hub is busy', reply(503, feedOf('Oops')), 'busy'],
  [
    'a captive portal answers',
    reply(200, '<!doctype html><html><body>Log in to read <rss></body></html>'),
    'not-a-hub',
  ],
  ['the answer is empty', reply(200, ''), 'not-a-hub'],
  ['the answer is JSON', reply(200, { items: [] }), 'not-a-hub'],
  ['there is no such page', reply(404, feedOf('404')), 'not-a-hub'],
];
for (const [name, answer, failure] of failures) {
  test(`when ${name}, the stored feed stays, and it is said why`, async () => {
    const { home, answers } = vendor();
    const ask = asker(home);
    const { fetchedAt } = valueIn(await ask('news', {}));
    home.clock.time += limits.newsAge;
    answers(answer);
    const expected = { feed: feedOf('One'), fetchedAt, failure, read: [] };
    assert.deepEqual(valueIn(await ask('news', {})), expected);
    assert.deepEqual(valueIn(await ask('refreshNews', {})), expected);
  });
}

test('without a hub, or with another one, there is no stored feed', async () => {
  const { home, answers } = vendor();
  const ask = asker(home);
  await ask('news', {});
  home.address = null;
  assert.deepEqual(valueIn(await ask('news', {})), { feed: null, fetchedAt: null, failure: 'no-hub', read: [] });
  home.address = 'https://other.test';
  answers({ ok: false, failure: 'offline' });
  assert.deepEqual(valueIn(await ask('news', {})), { feed: null, fetchedAt: null, failure: 'offline', read: [] });
});

test('nothing is asked for by itself before the news were opened once', async () => {
  const { home, requests } = vendor();
  await refreshIfDue(home);
  await asker(home)('open', {});
  assert.deepEqual(requests, []);
});

test('after that they are looked for every six hours, and a change is shown until it is seen', async () => {
  const { home, requests, answers } = vendor();
  const ask = asker(home);
  const unseen = async () => valueIn(await ask('open', {})).unseenNews;
  await ask('news', {});
  await refreshIfDue(home);
  assert.equal(requests.length, 1);

  home.clock.time += limits.newsAge;
  await refreshIfDue(home);
  assert.equal(requests.length, 2);
  assert.equal(await unseen(), false, 'the same text is no news');

  answers(reply(200, feedOf('Two')));
  home.clock.time += limits.newsAge;
  await refreshIfDue(home);
  assert.equal(await unseen(), true);
  assert.equal(home.unseen.at(-1), true);

  await ask('news', {});
  assert.equal(await unseen(), false);
  assert.equal(home.unseen.at(-1), false);
});

test('a look that fails changes nothing', async () => {
  const { home, answers } = vendor();
  const ask = asker(home);
  await ask('news', {});
  answers({ ok: false, failure: 'offline' });
  home.clock.time += limits.newsAge;
  await refreshIfDue(home);
  assert.equal(valueIn(await ask('open', {})).unseenNews, false);
});

test('in a shared browser each user has marks of their own; in the extension there is one person', async () => {
  for (const shared of [true, false]) {
    const { home, answers } = vendor(shared);
    const [mine, theirs] = [asker(home), asker(home, colleague)];
    await mine('news', {});
    await theirs('news', {});
    await mine('markRead', { items: ['a', 'b'] });
    await mine('markRead', { items: ['b', 'c'] });
    assert.deepEqual(valueIn(await mine('news', {})).read, ['a', 'b', 'c']);
    assert.deepEqual(valueIn(await theirs('news', {})).read, shared ? [] : ['a', 'b', 'c']);
    answers(reply(200, feedOf('Two')));
    await mine('refreshNews', {});
    assert.equal(valueIn(await mine('open', {})).unseenNews, false);
    assert.equal(valueIn(await theirs('open', {})).unseenNews, shared);
  }
});

test('the number of reading marks is bounded, and the newest stay', async () => {
  const { home } = vendor();
  const ask = asker(home);
  for (let batch = 0; batch < 3; batch++) {
    await ask('markRead', { items: Array.from({ length: 1_000 }, (_, i) => `item ${batch * 1_000 + i}`) });
  }
  const { read } = valueIn(await ask('news', {}));
  assert.equal(read.length, 2_000);
  assert.equal(read.at(-1), 'item 2999');
});
