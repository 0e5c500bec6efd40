import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { redact } from '../../../widget/service/submissions/redact.ts';
import { judge, patternsInFile } from '../patternsIn.ts';

const clean = (line: string) => redact(line, ['crm.acme.example']);

/** With each sign that stands for another written as what stands for it. */
function wrapped(text: string, times: number): string {
  const once = text.replace(/[%\\]/g, (sign) => (sign === '%' ? '\\u0025' : '%5C'));
  return times === 0 ? text : wrapped(once, times - 1);
}

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
  ['a session id', 'sid=a8f5f167f44f4964e6c998dee827110c', 'sid=…'],
  ['a JSON web token', 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.dozjgNryP4J3jVmNHl0w5N', 'Bearer …'],
  ['a UUID', '404 /files/3f2b8c1e-5a4d-4c3b-9e7f-8c010b6f2c1e', '404 /files/…'],
  ['words stay, long ones too', 'getVisibleFieldsOfModule is undefined', 'getVisibleFieldsOfModule is undefined'],
  ['a picture within an address', 'Refused data:image/png;base64,iVBORw0KGgo= here', 'Refused … here'],
  ['the name of the CRM', 'crm.acme.example refused', '… refused'],
  ['the name of the CRM, in whatever letters', 'CRM.Acme.EXAMPLE refused', '… refused'],
  [
    'an e-mail address with a tag and of another script',
    'No ada+crm@acme.example, no büro@größe.example',
    'No …, no …',
  ],
  ['an e-mail address in the signs of another width', 'No ada＠acme.example', 'No …'],
  ['an e-mail address as JSON writes it', 'No ada\\u0040acme.example', 'No …'],
  ['user and password of an address', 'GET ftp://ada:pa/ss@acme.example/a.js', 'GET …'],
  ['a file on somebody’s disk', 'at f (file:///C:/Users/Ada%20Lovelace/a.js:1:2', 'at f (…'],
  ['a blob', 'Not allowed: blob:https://crm.acme.example/3f2b8c1e', 'Not allowed: …'],
  ['a query with blanks and quotation marks', '404 /find?q=Ada%20%22Countess%22%20Lovelace', '404 /find'],
  ['a query with a blank, written twice over', '404 /go%3Fq=Ada%20Lovelace', '404 /go'],
  ['a query with parentheses', 'f (/find?q=(a)b:12:5) failed', 'f (/find) failed'],
  ['an address as JSON writes it', '{"src":"https:\\/\\/cdn.example\\/a.js"}', '{"src":"/a.js"}'],
  ['a number in groups', '1-234-567, 1 234 567, 1.234.567', '…'],
  ['a number whose dashes do not break', 'Call 0170‑123‑45‑67', 'Call …'],
  ['a number with a blank in an address', '404 /call/1%20234%20567', '404 /call/…'],
  ['a password by its name', 'login {"password":"hunter2","token":"a=b"}', 'login {"password":"…","token":"…"}'],
  ['a cookie', 'Header cookie: a=b; c=d', 'Header …'],
  ['a short token, by its digits', 'Key x9Kf3Qw7Zp is refused', 'Key … is refused'],
  ['a number in parts of a path, with bars, and wide apart', '0170/123/4567, 12|34|567, 123 - 456 - 789', '…'],
  ['what a request is let in with', 'Authorization failed: Bearer abcdefghijkl.mnop', 'Authorization failed: Bearer …'],
  ['a password after its name', 'password hunter2 is wrong', 'password … is wrong'],
  ['a token without a digit', '404 /reset/aBcDeFgHiJkLmNoP, /file/deadbeefcafebabe', '404 /reset/…, /file/…'],
  [
    'what is said of tokens and passwords stays',
    'Unexpected token in JSON, no password for getElementsByTagName',
    'Unexpected token in JSON, no password for getElementsByTagName',
  ],
  ['a web token of short parts', 'eyJhbGciOiJub25lIn0.eyJhIjoiYiJ9.', '…'],
  [
    'names with digits stay',
    'utf8mb4 of jquery-3-7-1.min.js in layouts/v7',
    'utf8mb4 of jquery-3-7-1.min.js in layouts/v7',
  ],
  ['half of what is too long', `${'a '.repeat(999)}ada.lovelace@acme.example`, `${'a '.repeat(149)}a`],
  ['what is hidden in a word', 'ada\u200b@acme.example', '…'],
  ['what was wrapped up to get through', wrapped('ada%40acme.example', 10), '…'],
  ['several lines become one', 'a\nb\u2028c\u0000d', 'a b c d'],
  ['nothing is left of a query', '?sid=1', ''],
] as const) {
  test(`of a line that went wrong: ${what}`, () => assert.equal(clean(line), left));
}

/** A secret, and what of it must not be found again. */
interface Secret {
  readonly text: string;
  readonly core: string;
}

const from = (characters: string, minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...characters), { minLength, maxLength }).map((each) => each.join(''));
const lower = 'abcdefghijklmnopqrstuvwxyz';
const base64url = `${lower}${lower.toUpperCase()}0123456789-_`;
const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const whole = (text: string): Secret => ({ text, core: text });
/** Whatever stands for a sign in an address, and once more. */
const writings = [
  (text: string) => text,
  encodeURIComponent,
  (text: string) => encodeURIComponent(encodeURIComponent(text)),
];

const tokens = fc.oneof(
  from('0123456789abcdef', 32, 64).map(whole),
  from('0123456789ABCDEF', 32, 64).map(whole),
  from(base64url, 32, 90).map((text) => whole(text.replace(/^-+|-+$/g, 'x'))),
  fc.uuid().map(whole),
  fc
    .tuple(fc.record({ sub: from(lower, 1, 20) }), from(base64url, 20, 43))
    .map(([claims, signature]) => whole(`${json({ alg: 'HS256' })}.${json(claims)}.${signature}`)),
);
const locals = fc.tuple(from(`${lower}äñжع`, 4, 12), fc.constantFrom('', '+tag', '.middle', "'s"));
const emails = fc
  .tuple(locals, from(`${lower}üд`, 4, 12), fc.constantFrom(...writings))
  .map(([[name, more], host, write]): Secret => ({ text: write(`${more}${name}@${host}.example`), core: name }));
const numbers = fc
  .tuple(
    from('0123456789', 7, 14),
    fc.constantFrom('', ' ', '-', '.', '‑', '\u202f', ', ', ') '),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([digits, between, size]) => whole((digits.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join(between)));
const hosts = fc
  .tuple(from(lower, 6, 12), from(lower, 6, 12), fc.constantFrom('http', 'HTTPS', 'ws', 'ftp', 'moz-extension'))
  .map(([password, host, scheme]): Secret => ({ text: `${scheme}://ada:${password}@${host}/a.js`, core: password }));
const queries = fc
  .tuple(from(lower, 6, 12), from(`${lower} "'()=&`, 0, 10), fc.constantFrom('?q=', '#', '?', '?a=1&b='))
  .map(
    ([value, more, sign]): Secret => ({ text: `/a.js${sign}${encodeURIComponent(`${more}${value}`)}`, core: value }),
  );
const inside = fc
  .tuple(
    from(`${lower}`, 10, 30),
    fc.constantFrom('file:///home/', 'data:text/plain,', 'blob:https://h.example/', 'blob:null/'),
  )
  .map(([path, scheme]): Secret => ({ text: `${scheme}${path}`, core: path }));
const secrets = fc.oneof(tokens, emails, numbers, hosts, queries, inside);

// Not what a secret would go on in, but for what a line may well have right beside it.
const around = fc.constantFrom('', ' ', '\n', ': ', ' (', ' "', " '", '404 ', '/a/', 'x=');
const after = fc.constantFrom('', ' ', ')', '" ', ', b', ' is gone');

test('no secret is found again in what is left of its line', () => {
  fc.assert(
    fc.property(secrets, around, after, ({ text, core }, before, behind) => {
      const left = clean(`${before}${text}${behind}`);
      assert.ok(!left.includes(core), left);
    }),
    { numRuns: 5000 },
  );
});

const anything = fc.oneof(
  secrets.map(({ text }) => text),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(' ', '/', '?', '%', '(', ': ', '"', '%25', '\n', '@', '\\u0040', '٣', '…'),
);
const line = fc.array(anything, { maxLength: 8 }).map((parts) => parts.join(''));

test('whatever the line, nothing that looks like a secret is left', () => {
  fc.assert(
    fc.property(line, (text) => {
      const left = clean(text);
      assert.doesNotMatch(left, /[@＠﹫]|%40/u, 'an e-mail address');
      assert.doesNotMatch(left, /\p{N}(?:[ .,'()_-]{0,2}\p{N}){6,}/u, 'a number of more than six digits');
      assert.doesNotMatch(left, /[?#]/u, 'a query string');
      assert.doesNotMatch(left, /:\/\//u, 'an address');
      assert.doesNotMatch(left, /[\p{L}\p{Nd}_-]{32,}/u, 'a token');
      assert.doesNotMatch(left, /eyJ|file:\//u, 'a token, or a file');
      assert.doesNotMatch(left, /[\p{Cc}\n]/u, 'a control character');
      assert.ok([...left].length <= 300);
    }),
    { numRuns: 3000 },
  );
});

test('the name of the CRM is nowhere in what is left, in whatever letters and writing', () => {
  const mixed = fc
    .array(fc.boolean(), { minLength: 16, maxLength: 16 })
    .map((upper) => [...'crm.acme.example'].map((letter, at) => (upper[at] ? letter.toUpperCase() : letter)).join(''));
  fc.assert(
    fc.property(mixed, around, after, fc.constantFrom('.', '%2E', '\\u002e'), (name, before, behind, dot) => {
      const left = clean(`${before}${name.replaceAll('.', dot)}${behind}`);
      assert.doesNotMatch(left, /crm.{0,6}acme/i);
    }),
  );
});

test('what is clean stays as it is', () => {
  fc.assert(fc.property(line, (text) => assert.equal(clean(clean(text)), clean(text))));
});

describe('The work grows no faster than the line, of which no more than 2,000 characters are read', () => {
  for (const pattern of patternsInFile('widget/service/submissions/redact.ts')) {
    test(pattern.pattern.slice(0, 60), () => assert.equal(judge(pattern), 'safe'));
  }
  test('a line is looked at ten times at most', (t) => {
    const looked = t.mock.method(String.prototype, 'trim');
    fc.assert(
      fc.property(fc.array(fc.constantFrom('%', '25', '%25', '\\u0025', 'x', '%5Cu00', '2', '5')), (parts) => {
        looked.mock.resetCalls();
        clean(parts.join('').repeat(50));
        assert.ok(looked.mock.callCount() <= 25);
      }),
    );
  });
});
