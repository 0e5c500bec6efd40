import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { backOff, LONGEST_WAIT } from '../../../widget/service/outbox/backOff.ts';

test('the span doubles with each attempt, and chance picks a point of it', () => {
  assert.equal(backOff(1, null, 0.5), 2_500);
  assert.equal(backOff(2, null, 0.5), 5_000);
  assert.equal(backOff(3, null, 0.5), 10_000);
  assert.equal(backOff(3, null, 0.999), 19_980);
});

test('a wait is never less than a second, never more than an hour by our own choice', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1e9 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (n, r) => {
        const wait = backOff(n, null, r);
        assert.ok(wait >= 1_000 && wait <= 3_600_000);
      },
    ),
  );
});

test('the hub is not asked again before it said, but its word is not taken for years', () => {
  assert.equal(backOff(1, 60_000, 0.5), 60_000);
  assert.equal(backOff(1, 1e15, 0.5), LONGEST_WAIT);
});
