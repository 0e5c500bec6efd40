import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../../widget/service/submissions/sha256.ts';

const reference = (text: string) => createHash('sha256').update(new TextEncoder().encode(text)).digest('hex');

test('SHA-256 agrees with the reference for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      assert.equal(sha256(text), reference(text));
    }),
    { numRuns: 500 },
  );
});

test('SHA-256 agrees with the reference at every length around the block boundaries', () => {
  for (let length = 0; length <= 200; length++) {
    const text = 'x'.repeat(length);
    assert.equal(sha256(text), reference(text), `length ${length}`);
  }
});

test('SHA-256 of the largest message agrees with the reference', () => {
  const text = 'ä€😀'.repeat(15_000);
  assert.equal(sha256(text), reference(text));
});
