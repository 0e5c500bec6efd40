import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { catalogueAnswer } from '../../widget/contract/catalogue.ts';
import type { CatalogueEntry } from './catalogueFile.ts';
import { catalogueFile } from './catalogueFile.ts';
import { recommend } from './rank.ts';

const versions = ['6.5', '7.0', '7.4', '8.0', '8.2', '8.4', '8.4.1', '9'];
const industries = ['Manufacturing', 'Retail & Wholesale', 'Insurance', 'Education'];
const clause = fc.stringMatching(/^[a-z][a-z ]{0,80}[a-z]$/);

const entry: fc.Arbitrary<Omit<CatalogueEntry, 'id' | 'module'>> = fc.record(
  {
    name: fc.constant('Stock Watch'),
    publisher: fc.constant('Northwind Labs'),
    summary: fc.constant('Warns you before an item runs out.'),
    price: fc.constantFrom(null, { amount: 12, currency: 'EUR', per: 'month' as const }),
    worksWith: fc.record(
      { from: fc.constantFrom(...versions), to: fc.constantFrom(...versions) },
      { requiredKeys: ['from'] },
    ),
    url: fc.constant('https://vendor.example/'),
    icon: fc.constant('box' as const),
    because: clause,
    industries: fc.uniqueArray(
      fc.record({ name: fc.constantFrom(...industries), because: clause }, { requiredKeys: ['name'] }),
      { selector: ({ name }) => name },
    ),
    runsOn: fc.subarray(['Linux', 'Windows'] as const, { minLength: 1 }).map((systems) => [...systems]),
    newFor: fc.constantFrom(...versions),
    weight: fc.integer({ min: 0, max: 100 }),
  },
  {
    requiredKeys: [
      'name',
      'publisher',
      'summary',
      'price',
      'worksWith',
      'url',
      'icon',
      'because',
      'industries',
      'weight',
    ],
  },
);
const catalogue = fc
  .array(entry, { maxLength: 12 })
  .map((entries): CatalogueEntry[] => entries.map((one, index) => ({ ...one, id: `e${index}`, module: `E${index}` })));
const told = fc.record(
  {
    version: fc.constantFrom(...versions),
    os: fc.constantFrom('Linux', 'Ubuntu 22.04', 'Windows Server 2022', 'Plan 9'),
    industry: fc.constantFrom(...industries, 'Other'),
  },
  { requiredKeys: [] },
);

describe('recommendations', () => {
  test('are the whole catalogue, in the form of the contract', () => {
    fc.assert(
      fc.property(catalogue, told, (entries, facts) => {
        assert.ok(catalogueFile.safeParse({ extensions: entries }).success);
        const answer = catalogueAnswer.parse({ extensions: recommend(entries, facts) });
        assert.deepEqual(answer.extensions.map(({ id }) => id).sort(), entries.map(({ id }) => id).sort());
      }),
    );
  });

  test('are ordered by what runs, then by industry, then by weight', () => {
    fc.assert(
      fc.property(catalogue, told, (entries, facts) => {
        const keys = recommend(entries, facts).map(({ id, compatible }) => {
          const entry = entries.find((one) => one.id === id);
          const made = entry?.industries.some(({ name }) => name === facts.industry) ?? false;
          return [['yes', 'unknown', 'no'].indexOf(compatible), made ? 0 : 1, 100 - (entry?.weight ?? 0)];
        });
        for (const [index, key] of keys.entries()) {
          const before = keys[index - 1];
          if (before) assert.ok(compareKeys(before, key) <= 0, `${before} before ${key}`);
        }
      }),
    );
  });

  test('do not depend on the order of the file', () => {
    fc.assert(
      fc.property(catalogue, told, (entries, facts) => {
        assert.deepEqual(recommend(entries.toReversed(), facts), recommend(entries, facts));
      }),
    );
  });

  test('speak in their reasons only of what was told', () => {
    fc.assert(
      fc.property(catalogue, told, (entries, facts) => {
        for (const { id, reason } of recommend(entries, facts)) {
          const entry = entries.find((one) => one.id === id);
          assert.match(reason, /^Because .*[^.]\.$/);
          if (facts.industry === undefined) assert.doesNotMatch(reason, /your industry/);
          if (facts.version === undefined) assert.doesNotMatch(reason, /new for/);
          if (facts.version === undefined && facts.industry === undefined)
            assert.equal(reason, `Because ${entry?.because}.`);
        }
      }),
    );
  });
});

function compareKeys(a: readonly number[], b: readonly number[]): number {
  for (const [index, part] of a.entries()) {
    const difference = part - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

describe('one extension', () => {
  const stockWatch: CatalogueEntry = {
    id: 'stock-watch',
    module: 'StockWatch',
    name: 'Stock Watch',
    publisher: 'Northwind Labs',
    summary: 'Warns you before an item runs out.',
    because: 'whoever keeps a stock has run out of something',
    industries: [{ name: 'Manufacturing', because: 'one in three manufacturers uses it' }, { name: 'Automotive' }],
    price: null,
    worksWith: { from: '8.2', to: '8.4' },
    newFor: '8.4',
    runsOn: ['Linux'],
    weight: 90,
    url: 'https://vendor.example/',
    icon: 'box',
  };
  const one = (facts: Parameters<typeof recommend>[1]) => recommend([stockWatch], facts)[0];

  test('works with every patch of the versions that it names', () => {
    const os = 'Linux';
    const works = (version: string) => one({ version, os })?.compatible;
    assert.deepEqual(['8.2', '8.2.0', '8.3.1', '8.4', '8.4.9', '8.4.0-beta'].map(works), Array(6).fill('yes'));
    assert.deepEqual(['8.1.9', '8', '7.5', '8.5', '8.10', '9'].map(works), Array(6).fill('no'));
  });

  test('says that it does not know what it was not told', () => {
    assert.equal(one({})?.compatible, 'unknown');
    assert.equal(one({ version: '8.4.0' })?.compatible, 'unknown');
    assert.equal(one({ version: '8.4.0', os: 'Plan 9' })?.compatible, 'unknown');
    assert.equal(one({ version: '7.0', os: 'Plan 9' })?.compatible, 'no');
    assert.equal(one({ version: '8.4.0', os: 'Debian GNU/Linux 12' })?.compatible, 'yes');
    assert.equal(one({ version: '8.4.0', os: 'Windows Server 2022' })?.compatible, 'no');
  });

  test('gives the reason that fits', () => {
    assert.equal(one({})?.reason, 'Because whoever keeps a stock has run out of something.');
    assert.equal(one({ industry: 'manufacturing ' })?.reason, 'Because one in three manufacturers uses it.');
    assert.equal(
      one({ version: '8.4.1', industry: 'Automotive' })?.reason,
      'Because it is new for 8.4 and it fits your industry.',
    );
  });
});
