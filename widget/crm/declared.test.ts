import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { page } from '../contract/page.ts';
import { declarationIn, LONGEST_DECLARATION } from './declared.ts';

const whole = {
  product: 'Acme CRM',
  version: '8.4.0',
  company: 'Acme Ltd',
  os: 'Linux 6.1',
  industry: 'Banking & Financial Services',
  installKey: '9223372036854775807',
  administrator: false,
  userId: '5',
  language: 'de_de',
  extensions: [{ name: 'Pdf', label: 'PDF Maker', version: '1.2', enabled: true }, { name: 'Bare' }],
};

test('a declaration is read whole, each value as declared', () => {
  const { product, readings } = declarationIn(JSON.stringify(whole), 'declared') ?? {};
  const { product: expected, ...values } = whole;
  assert.equal(product, expected);
  const asRead = Object.fromEntries(Object.entries(values).map(([k, value]) => [k, { value, source: 'declared' }]));
  assert.deepEqual(JSON.parse(JSON.stringify(readings)), asRead);
});

test('of the server its parts are read, of PHP and the web server what does not tell the system, and what is none of them is left out', () => {
  const system = {
    php: '8.2.14-1+deb12u1',
    database: 'MariaDB 10.11.6',
    webServer: 'Apache/2.4.57 (Debian) OpenSSL/3.0.11',
    diskFree: 41_234_567_890,
    diskTotal: -1,
    hostname: 'srv1',
  };
  const { readings } = declarationIn(JSON.stringify({ system }), 'module') ?? {};
  const { database, diskFree } = system;
  const value = { php: '8.2.14', database, webServer: 'Apache 2.4.57', diskFree };
  assert.deepEqual(JSON.parse(JSON.stringify(readings)), { system: { value, source: 'module' } });
});

for (const [what, text] of Object.entries({
  'no JSON': '{version: 8}',
  'a list': '[{"version":"8.4.0"}]',
  'a word': '"8.4.0"',
  null: 'null',
  nothing: '',
  'more than is looked at': JSON.stringify({ version: '8.4.0', company: 'A'.repeat(LONGEST_DECLARATION) }),
  'a deep hole': '['.repeat(200_000),
})) {
  test(`${what} is no declaration`, () => assert.equal(declarationIn(text, 'declared'), undefined));
}

test('members of the wrong type or form are left out and cost the others nothing', () => {
  const text = `{"version": 8.4, "company": "${'A'.repeat(121)}", "os": "Linux\\u0007", "installKey": "9223372036854775808",
    "administrator": "yes", "userId": {"id": 1}, "language": "../en", "extensions": {"0": "Pdf"}, "industry": "Other"}`;
  assert.deepEqual(JSON.parse(JSON.stringify(declarationIn(text, 'declared'))), {
    readings: { industry: { value: 'Other', source: 'declared' } },
  });
});

test('prototype keys are keys like any other', () => {
  const text = '{"__proto__": {"version": "6.6.6", "administrator": true}, "constructor": {"prototype": {"os": "x"}}}';
  assert.deepEqual(JSON.parse(JSON.stringify(declarationIn(text, 'declared'))), { readings: {} });
  assert.equal(Reflect.get({}, 'administrator'), undefined);
});

test('no more extensions are taken than the contract allows, and those without a name are passed over', () => {
  const named = Array.from({ length: 600 }, (_, at) => ({ name: `M${at}` }));
  const extensions = declarationIn(JSON.stringify({ extensions: [null, {}, { name: 1 }, ...named] }), 'declared')
    ?.readings.extensions;
  assert.equal(extensions?.value.length, 497);
});

const member = (key: string) => fc.oneof(fc.jsonValue(), fc.constant(Reflect.get(whole, key)), fc.string());
const declaration = fc.record(Object.fromEntries(Object.keys(whole).map((key) => [key, member(key)])), {
  requiredKeys: [],
});

test('whatever is declared, all that is read of it is within the contract', () => {
  fc.assert(
    fc.property(declaration, (value) => {
      const { product = 'CRM', readings } = declarationIn(JSON.stringify(value), 'declared') ?? {};
      const read = { baseUrl: 'http://crm.test/', product, ...readings };
      assert.equal(JSON.stringify(sorted(page.parse(read))), JSON.stringify(sorted(read)));
    }),
  );
});

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
