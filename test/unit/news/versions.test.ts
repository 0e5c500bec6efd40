import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { inRange, release } from '../../../widget/ui/news/versions.ts';

const inside: [version: string, range: string][] = [
  ['8.4', '8.4'],
  ['8.4.0', '8.4'],
  ['8.4.1', '8.0-8.4'],
  ['8.0', '8.0-8.4'],
  ['8', '8.0-8.4'],
  ['8.10', '8.9-8.11'],
  ['9.0.0', '8.2-'],
  ['8.2.0-rc1', '8.2-'],
  ['7.5', '7.5 - 8.0'],
];
const outside: [version: string, range: string][] = [
  ['8.5', '8.4'],
  ['8.40', '8.4'],
  ['7.9', '8.0-8.4'],
  ['8.5', '8.0-8.4'],
  ['8.1', '8.9-8.11'],
  ['8.1.9', '8.2-'],
  ['8.4', '8.4.1'],
];

test('A version lies in the ranges that name it', () => {
  for (const [version, range] of inside) assert.ok(inRange(version, range), `${version} in ${range}`);
  for (const [version, range] of outside) assert.ok(!inRange(version, range), `${version} not in ${range}`);
});

test('Versions are compared by number, never by letter', () => {
  fc.assert(
    fc.property(fc.nat(200), fc.nat(200), fc.nat(200), (from, to, own) => {
      assert.equal(inRange(`8.${own}`, `8.${from}-8.${to}`), own >= from && own <= to);
    }),
  );
});

test('A release is spoken of by its first two numbers', () => {
  assert.equal(release('8.4.1'), '8.4');
  assert.equal(release('8'), '8');
});
