import assert from 'node:assert/strict';
import { test } from 'node:test';
import { page } from './page.ts';

test('a value that does not fit is left out of a page, and costs the others nothing', () => {
  const source = 'declared';
  for (const value of ['no number', '-1', '0', '9223372036854775808', 12, null, { toString: 1 }]) {
    const read = page.parse({
      baseUrl: 'http://crm.test/',
      product: 'vtiger',
      version: { value: '8.4.0', source },
      installKey: { value, source },
    });
    assert.equal(read.installKey, undefined, String(JSON.stringify(value)));
    assert.equal(read.version?.value, '8.4.0');
  }
});
