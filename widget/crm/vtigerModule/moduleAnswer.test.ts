import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Page } from '../../contract/page.ts';
import { page as pageSchema } from '../../contract/page.ts';
import { moduleAnswerIn, withModule } from './moduleAnswer.ts';

const shown: Page = {
  baseUrl: 'http://crm.test/crm/',
  product: 'vtiger',
  version: { value: '8.0', source: 'footer' },
  os: { value: 'Windows', source: 'declared' },
  view: { value: 'List', source: 'url' },
};
const answer = { hub: 'https://hub.test', features: ['news'], install: { version: '8.4.0', installKey: '42', os: '' } };
const told = (page: Page, said: object = answer) => {
  const parsed = moduleAnswerIn(JSON.stringify(said));
  assert.ok(parsed);
  return withModule(page, parsed);
};

test('what the module says goes before what the page declares and shows, which fill in what it leaves out', () => {
  assert.deepEqual(told(shown), {
    ...shown,
    version: { value: '8.4.0', source: 'module' },
    installKey: { value: '42', source: 'module' },
    features: { value: ['news'], source: 'module' },
  });
});

test('the address of the hub is told apart', () => {
  assert.equal(moduleAnswerIn(JSON.stringify(answer))?.hub, 'https://hub.test');
  assert.equal(moduleAnswerIn(JSON.stringify({ ...answer, hub: 7 }))?.hub, null);
});

test('a fork keeps its own version: the module is told that of the vtiger it was made of', () => {
  const fork: Page = { ...shown, product: 'berliCRM', version: { value: '1.0.49', source: 'footer' } };
  assert.deepEqual(told(fork).version, { value: '1.0.49', source: 'footer' });
  assert.deepEqual(told({ ...fork, version: undefined }).version, { value: '8.4.0', source: 'module' });
});

test('what comes with a fork is no extension, though it is marked there as if the company had added it', () => {
  const install = { version: '7.2.0', extensions: [{ name: 'SPPayments' }, { name: 'Search' }, { name: 'Pdf' }] };
  const names = (product: string) =>
    told({ ...shown, product }, { ...answer, install }).extensions?.value.map(({ name }) => name);
  assert.deepEqual(names('SalesPlatform'), ['Pdf']);
  assert.deepEqual(names('berliCRM'), ['SPPayments', 'Pdf']);
  assert.deepEqual(names('vtiger'), ['SPPayments', 'Search', 'Pdf']);
});

for (const text of ['', '<!doctype html>', '{"failure":"not-logged-in"}', '{"install":[]}', 'null', '[]']) {
  test(`${text || 'nothing'} is no answer of the module`, () => assert.equal(moduleAnswerIn(text), undefined));
}

test('whatever it says, all that is taken is within the contract', () => {
  const member = fc.oneof(fc.jsonValue(), fc.constantFrom('8.4.0', '42', true, ['news'], [{ name: 'Pdf' }]));
  const install = fc.dictionary(
    fc.constantFrom('version', 'os', 'installKey', 'extensions', 'administrator', '__proto__', 'baseUrl', 'uid'),
    member,
  );
  fc.assert(
    fc.property(install, member, (install, features) => {
      const page = told(shown, { install, features });
      assert.equal(page.baseUrl, shown.baseUrl);
      const parsed = pageSchema.parse(page);
      for (const [fact, reading] of Object.entries(page)) assert.deepEqual(Reflect.get(parsed, fact), reading, fact);
    }),
  );
});
