import fc from 'fast-check';
import type { Typed } from '../../../widget/contract/calls.ts';
import { severities } from '../../../widget/contract/fields.ts';
import type { InstalledExtension, Page, Reading } from '../../../widget/contract/page.ts';
import type { Field } from '../../../widget/contract/policy.ts';
import type { EnteredField } from '../../../widget/contract/settings.ts';
import type { Trouble } from '../../../widget/service/surroundings.ts';

/** A value with something in it that turns up nowhere by chance, and looks the same however the value is written down. */
interface Marked {
  readonly mark: string;
  readonly value: string;
}

/** An install and a filled-in form, each value with a mark of its own. */
export interface Story {
  /** The marks of each value that may be disclosed. Of a field with several sources one at most goes. */
  readonly marks: readonly (readonly [field: Field, mark: string])[];
  /** The marks of what is in no policy. */
  readonly secrets: readonly string[];
  readonly page: Page;
  readonly userAgent: string;
  readonly typed: Typed;
  readonly screenshot: string | null;
  readonly entered: readonly (readonly [field: EnteredField, value: string])[];
  /** As Module Manager lists them. */
  readonly installed: readonly InstalledExtension[];
  readonly trouble: Readonly<Record<Trouble, readonly string[]>>;
}

/** Two marks are never the same, though both be the simplest there is: each says what it stands for. */
const markOf = (name: string) => fc.stringMatching(/^[a-z]{10}$/).map((letters) => `${name}zq${letters}`);
const within = (name: string, write: (mark: string) => string) =>
  markOf(name).map((mark): Marked => ({ mark, value: write(mark) }));
const plain = (name: string) => within(name, (mark) => mark);
/** Beside its mark whatever is hard to write down, or does not fit into the field. */
const worded = (name: string) =>
  fc.tuple(markOf(name), hard).map(([mark, rest]): Marked => ({ mark, value: mark + rest }));
const hard = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    '',
    ' "quoted"',
    '\\',
    '\ud800',
    '\udc00\ud800',
    '\u2028',
    '😀',
    '\0',
    '</script>',
    '{"os":"x"}',
    '\r\n',
  ),
);
/** A number that begins with that digit, as long as an install key. */
const long = (first: bigint) => {
  const least = first * 10n ** 17n;
  return fc.bigInt({ min: least, max: least + 10n ** 17n - 1n }).map(String);
};

const values = {
  version: within('version', (mark) => `8.4.${mark}`),
  os: worded('os'),
  industry: worded('industry'),
  installKey: long(1n).map((key): Marked => ({ mark: key, value: key })),
  php: worded('php'),
  database: worded('database'),
  webServer: worded('webServer'),
  // In bytes; told in gigabytes.
  disk: fc
    .integer({ min: 10 ** 8, max: 10 ** 9 })
    .map((tenths): Marked => ({ mark: `${(tenths / 10).toFixed(1)} GB`, value: String(tenths * 1e8) })),
  browser: long(7n).map((release): Marked => ({ mark: release, value: `Mozilla/5.0 (X11; Linux) Firefox/${release}` })),
  extensions: plain('declared'),
  failedRequests: within('failed', (mark) => `404 https://crm.test/${mark}.js?v=1`),
  scriptErrors: within('error', (mark) => `${mark} is not defined`),
  text: worded('text'),
  title: worded('title'),
  happened: worded('happened'),
  expected: worded('expected'),
  severity: fc.constantFrom(...severities, 'awful').map((value): Marked => ({ mark: '', value })),
  screenshot: within('picture', (mark) => `data:image/png;base64,${mark}==`),
  email: fc.oneof(
    within('email', (mark) => `${mark}@here.test`),
    within('email', (mark) => ` ${mark}@here.test `),
    within('email', (mark) => `${mark}@`),
  ),
  name: worded('name'),
} satisfies Record<Field, fc.Arbitrary<Marked>>;
const typedOnes = ['text', 'title', 'happened', 'expected', 'severity', 'email', 'name'] as const;

const secrets = {
  baseUrl: within('base', (mark) => `http://${mark}.test/`),
  product: plain('product'),
  company: worded('company'),
  userId: plain('user'),
  language: plain('tongue'),
  module: plain('module'),
  view: plain('view'),
};

/** Installs and forms in every state: read or not, well-formed or not, in their field or in one of another feature's. */
export const stories: fc.Arbitrary<Story> = fc
  .record({
    known: fc.record(values, { requiredKeys: [] }),
    listed: fc.option(plain('listed'), { nil: undefined }),
    entered: fc.record({ os: worded('enteredOs'), industry: worded('enteredIndustry') }, { requiredKeys: [] }),
    hidden: fc.record(secrets, { requiredKeys: ['baseUrl', 'product'] }),
  })
  .map(({ known, listed, entered, hidden }) => {
    const read = (given: Marked | undefined): Reading<string> | undefined =>
      given && { value: given.value, source: 'declared' };
    const { extensions, php, database, webServer, disk } = known;
    const bytes = disk && Number(disk.value);
    const page: Page = {
      baseUrl: hidden.baseUrl.value,
      product: hidden.product.value,
      version: read(known.version),
      company: read(hidden.company),
      os: read(known.os),
      industry: read(known.industry),
      installKey: read(known.installKey),
      extensions: extensions && { value: [{ name: extensions.value }], source: 'module' },
      system: {
        value: {
          php: php?.value,
          database: database?.value,
          webServer: webServer?.value,
          diskFree: bytes,
          diskTotal: bytes && bytes * 3,
        },
        source: 'module',
      },
      administrator: { value: true, source: 'body' },
      userId: read(hidden.userId),
      language: read(hidden.language),
      module: read(hidden.module),
      view: read(hidden.view),
    };
    const typed: Record<string, string | undefined> = {};
    for (const field of typedOnes) typed[field] = known[field]?.value;
    const marks = Object.entries({ ...known }).map(([field, { mark }]) => [field as Field, mark] as const);
    if (listed) marks.push(['extensions', listed.mark]);
    const given = Object.entries(entered) as [EnteredField, Marked][];
    for (const [field, { mark }] of given) marks.push([field, mark]);
    return {
      marks: marks.filter(([, mark]) => mark !== ''),
      secrets: Object.values(hidden).map(({ mark }) => mark),
      page,
      userAgent: known.browser?.value ?? '',
      typed,
      screenshot: known.screenshot?.value ?? null,
      entered: given.map(([field, { value }]) => [field, value] as const),
      installed: listed ? [{ name: listed.value, version: '1.2' }] : [],
      trouble: {
        failedRequests: known.failedRequests ? [known.failedRequests.value] : [],
        scriptErrors: known.scriptErrors ? [known.scriptErrors.value] : [],
      },
    };
  });
