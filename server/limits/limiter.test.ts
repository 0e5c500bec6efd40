import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createKeyedHash } from './keyedHash.ts';
import { createLimiter, perHour } from './limiter.ts';

const MINUTE = 60_000;

test('all of an allowance may be used at once, and it grows back evenly', () => {
  let now = 0;
  const limiter = createLimiter(perHour(60), createKeyedHash(), () => now);
  for (let taken = 0; taken < 60; taken += 1) assert.equal(limiter.take('a'), 0);
  assert.equal(limiter.take('a'), MINUTE);
  assert.equal(limiter.take('b'), 0);
  now += 10 * MINUTE;
  for (let taken = 0; taken < 10; taken += 1) assert.equal(limiter.take('a'), 0);
  assert.ok(limiter.take('a') > 0);
});

test('several may be taken at once, all of them or none', () => {
  let now = 0;
  const limiter = createLimiter(perHour(60), createKeyedHash(), () => now);
  assert.equal(limiter.take('a', 50), 0);
  assert.equal(limiter.take('a', 20), 10 * MINUTE);
  assert.equal(limiter.take('a', 10), 0);
  now += 20 * MINUTE;
  assert.equal(limiter.take('a', 20), 0);
  assert.ok(limiter.take('a') > 0);
});

test('a clock that is set back makes nobody wait for longer than an empty allowance does', () => {
  let now = 10 * 60 * MINUTE;
  const limiter = createLimiter(perHour(2), createKeyedHash(), () => now);
  assert.equal(limiter.take('a'), 0);
  now -= 3 * 60 * MINUTE;
  assert.equal(limiter.take('a'), 30 * MINUTE);
});

test('what is refused costs nothing', () => {
  let now = 0;
  const limiter = createLimiter(perHour(1), createKeyedHash(), () => now);
  assert.equal(limiter.take('a'), 0);
  for (let round = 0; round < 100; round += 1) assert.equal(limiter.take('a'), 60 * MINUTE);
  now += 60 * MINUTE;
  assert.equal(limiter.take('a'), 0);
});

test('more keys than can be counted push out the longest known, not each other', () => {
  const limiter = createLimiter(perHour(1), createKeyedHash(), () => 0);
  limiter.take('first');
  for (let key = 0; key < 100_000; key += 1) limiter.take(String(key));
  assert.equal(limiter.take('first'), 0);
  assert.ok(limiter.take('99999') > 0);
});

test('a hash is the same for a day, differs the next, and is of no use to another process', () => {
  const [hashOf, other] = [createKeyedHash(), createKeyedHash()];
  const day = 86_400_000;
  const today = hashOf('192.0.2.7', day);
  assert.equal(hashOf('192.0.2.7', 2 * day - 1), today);
  assert.notEqual(hashOf('192.0.2.8', day), today);
  assert.notEqual(other('192.0.2.7', day), today);
  assert.notEqual(hashOf('192.0.2.7', 2 * day), today);
  assert.match(today, /^[\w+/]{43}=$/);
});
