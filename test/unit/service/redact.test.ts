import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { redact } from '../../../widget/service/submissions/redact.ts';

const clean = (line: string) => redact(line, ['crm.acme.example']);

for (const [what, line, left] of [
  ['an address keeps its path alone', '404 https://ada:pw@crm.acme.example:8443/crm/a.js?v=8.4.0#top', '404 /crm/a.js'],
  ['an address without a scheme, likewise', 'GET //cdn.example/lib/a.js failed', 'GET /lib/a.js failed'],
  ['a query without an address', 'index.php?module=Contacts&record=12 is gone', 'index.php is gone'],
  [
    'the position in a script stays',
    'x is not a function (12:5 https://h/a/b.js?v=1)',
    'x is not a function (12:5 /a/b.js)',
  ],
  ['an e-mail address', 'No user ada.lovelace@acme.example here', 'No user … here'],
  ['an e-mail address within an address', '404 https://h/users/ada%40acme.example/edit', '404 …'],
  ['an e-mail address written twice over', '404 /users/ada%2540acme.example', '404 …'],
  ['a long number', 'Record 12345678 is locked', 'Record … is locked'],
  ['a short number stays', '500 /record/123456', '500 /record/123456'],
  ['a telephone number', 'Call +49 (170) 123-45-67', 'Call +…'],
  ['a number in other digits', 'Record ١٢٣٤٥٦٧٨', 'Record …'],
  ['the number of a host', 'No answer from 10.0.0.5:3306', 'No answer from …:3306'],
  ['the long number of a host', 'No answer from [fe80::1ff:fe23:567:a]', 'No answer from […]'],
  ['a time and a version stay', 'At 12:30:15, jQuery 3.7.1', 'At 12:30:15, jQuery 3.7.1'],
  ['a session id', 'sid=a8f5f167f44f4964e6c998dee827110c', '…'],
  [
    'a JSON web token',
    'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N',
    'Bearer ….….…',
  ],
  ['a UUID', '404 /files/3f2b8c1e-5a4d-4c3b-9e7f-8c010b6f2c1e', '404 /files/…'],
  ['words stay, long ones too', 'getVisibleFieldsOfModule is undefined', 'getVisibleFieldsOfModule is undefined'],
  ['a picture within an address', 'Refused data:image/png;base64,iVBORw0KGgo= here', 'Refused … here'],
  ['the name of the CRM', 'crm.acme.example refused', '… refused'],
  ['several lines become one', 'a\nb\u2028c\u0000d', 'a b c d'],
  ['nothing is left of a query', '?sid=1', ''],
] as const) {
  test(`of a line that went wrong: ${what}`, () => assert.equal(clean(line), left));
}

/** Lines such as pages make them, with secrets in them and what lies around them. */
const secret = fc.oneof(
  fc.emailAddress(),
  fc.integer({ min: 1_000_000 }).map(String),
  fc.uuid(),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.array(fc.constantFrom(...'0123456789abcdef'), { minLength: 32, maxLength: 64 }).map((digits) => digits.join('')),
  fc.emailAddress().map(encodeURIComponent),
);
const around = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(' ', '/', '?', '%', '(', ': ', '"', '%25', '\n'),
);
const line = fc.array(fc.oneof(secret, around), { maxLength: 8 }).map((parts) => parts.join(''));

test('whatever the line, nothing that looks like a secret is left', () => {
  fc.assert(
    fc.property(line, (text) => {
      const left = clean(text);
      assert.doesNotMatch(left, /@|%40/u, 'an e-mail address');
      assert.doesNotMatch(left, /\p{Nd}(?:[ .,'()_-]{0,2}\p{Nd}){6,}/u, 'a number of more than six digits');
      assert.doesNotMatch(left, /[?#]/u, 'a query string');
      assert.doesNotMatch(left, /:\/\//u, 'an address');
      assert.doesNotMatch(left, /[\p{L}\p{Nd}_-]{32,}/u, 'a token');
      assert.doesNotMatch(left, /[\p{Cc}\n]/u, 'a control character');
      assert.ok([...left].length <= 300);
    }),
    { numRuns: 2000 },
  );
});

test('a secret that was put into a line is in no way in what is left of it', () => {
  const tokens = fc
    .array(fc.constantFrom(...'0123456789abcdefghijklmnopqrstuvwxyz'), { minLength: 20, maxLength: 60 })
    .map((letters) => `${letters.join('')}7`);
  fc.assert(
    fc.property(tokens, fc.constantFrom('/', ' ', '=', '"', '?a=', ': '), (token, before) => {
      assert.ok(!clean(`403 /a${before}${token} and more`).includes(token));
    }),
  );
});

test('what is clean stays as it is', () => {
  fc.assert(fc.property(line, (text) => assert.equal(clean(clean(text)), clean(text))));
});

test('a line of a megabyte takes no longer than a short one would', () => {
  for (const unit of ['a', '1 ', '%25', '@', '//', 'a1-', '1.']) {
    assert.ok([...clean(unit.repeat(1_000_000))].length <= 300);
  }
});
