import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuid } from '../../../widget/contract/envelope.ts';
import { fieldSchemas } from '../../../widget/contract/fields.ts';
import { randomInstallKey, randomSecret, randomUuid } from '../../../widget/service/random.ts';

test('every id is a version 4 UUID, and none comes twice', () => {
  const ids = Array.from({ length: 2_000 }, randomUuid);
  for (const id of ids) assert.ok(uuid.safeParse(id).success, id);
  assert.equal(new Set(ids).size, ids.length);
});

test('every secret has 64 hexadecimal digits', () => {
  for (let i = 0; i < 100; i++) assert.match(randomSecret(), /^[0-9a-f]{64}$/);
});

test('every install key fits the contract and never says 0', (t) => {
  for (let i = 0; i < 2_000; i++) assert.ok(fieldSchemas.installKey.safeParse(randomInstallKey()).success);
  const draws = [0n, 1n, 2n ** 64n - 1n];
  t.mock.method(crypto, 'getRandomValues', (array: BigUint64Array) => array.fill(draws.shift() ?? 0n));
  assert.equal(randomInstallKey(), '9223372036854775807', '0 and 1 both come to 0 in 63 bits and are drawn again');
});

test('ids and keys need no secure context', (t) => {
  t.mock.method(crypto, 'randomUUID', () => assert.fail('randomUUID is missing on plain-HTTP pages'));
  t.mock.getter(crypto, 'subtle', () => assert.fail('subtle is missing on plain-HTTP pages'));
  randomUuid();
  randomSecret();
  randomInstallKey();
});
