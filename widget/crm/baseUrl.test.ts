import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { baseUrl } from '../contract/page.ts';
import { baseUrlOf } from './baseUrl.ts';

const cases: [address: string, base: string | null][] = [
  ['http://crm.test/vtigercrm/index.php?module=Home#top', 'http://crm.test/vtigercrm/'],
  ['http://crm.test/vtigercrm/', 'http://crm.test/vtigercrm/'],
  ['http://crm.test/test/index.php', 'http://crm.test/test/'],
  ['https://crm.test:8443/index.php', 'https://crm.test:8443/'],
  ['https://crm.test', 'https://crm.test/'],
  ['https://ada:secret@crm.test/a/b/index.php', 'https://crm.test/a/b/'],
  ['file:///srv/vtigercrm/index.php', null],
  ['about:blank', null],
  ['chrome-extension://abc/panel.html', null],
  [`http://crm.test/${'a'.repeat(3000)}/index.php`, null],
];

for (const [address, base] of cases) {
  test(`${address.slice(0, 60)} belongs to ${base ?? 'no install'}`, () => {
    assert.equal(baseUrlOf(new URL(address)), base);
  });
}

test('every base URL is one by the contract, and its own base', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const base = baseUrlOf(new URL(address)) ?? '';
      assert.equal(baseUrl.parse(base), base);
      assert.equal(baseUrlOf(new URL(base)), base);
    }),
  );
});
