import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hubAddress } from '../../../widget/service/hub/hubAddress.ts';

const kept: [typed: string, address: string][] = [
  ['https://hub.example.com', 'https://hub.example.com'],
  ['https://hub.example.com/', 'https://hub.example.com'],
  ['  https://hub.example.com/noticeboard//?a=1#b ', 'https://hub.example.com/noticeboard'],
  ['hub.example.com', 'https://hub.example.com'],
  ['HTTPS://HUB.example.com:443', 'https://hub.example.com'],
  ['https://hub.example.com:8443', 'https://hub.example.com:8443'],
  ['http://localhost:8787/', 'http://localhost:8787'],
  ['http://127.0.0.1:8787', 'http://127.0.0.1:8787'],
  ['http://127.9.9.9', 'http://127.9.9.9'],
  ['http://[::1]:8787', 'http://[::1]:8787'],
  ['http://hub.localhost', 'http://hub.localhost'],
];
for (const [typed, address] of kept) {
  test(`the hub address ${typed.trim()} is kept as ${address}`, () => {
    assert.deepEqual(hubAddress(typed), { ok: true, value: address });
  });
}

const refused = [
  '',
  ' ',
  'http://hub.example.com',
  'http://127.0.0.1.example.com',
  'http://localhost.example.com',
  'http://10.0.0.1',
  'https://user@hub.example.com',
  'https://user:secret@hub.example.com',
  'javascript:alert(1)',
  'javascript://hub.example.com/%0aalert(1)',
  'ftp://hub.example.com',
  'file:///etc/passwd',
  'data:text/html,x',
  'https://',
  'https://hub example',
];
for (const typed of refused) {
  test(`the hub address "${typed}" is refused`, () => {
    assert.deepEqual(hubAddress(typed), { ok: false, failure: 'bad-address' });
  });
}

test('whatever is typed, what is kept can be kept again and is secure', () => {
  fc.assert(
    fc.property(fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()), (typed) => {
      const address = hubAddress(typed);
      if (!address.ok) return;
      assert.deepEqual(hubAddress(address.value), address);
      assert.match(address.value, /^(https:\/\/|http:\/\/(localhost|127\.|\[::1\]|[^/]+\.localhost))/);
      const { username, password, search, hash } = new URL(address.value);
      assert.equal(username + password + search + hash, '');
      assert.doesNotMatch(address.value, /\/$/);
    }),
  );
});
