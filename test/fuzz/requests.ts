import fc from 'fast-check';
import { feedback, issue, signUp, withdrawal } from '../hub/envelope.ts';

/** A request of the fuzz run: to some operation of the description, or near one. */
export interface FuzzRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array<ArrayBuffer> | undefined;
}

/** An operation as /openapi.json has it. */
export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly parameters: readonly string[];
}

const nested = (open: string, close: string, depth: number) => `${open.repeat(depth)}1${close.repeat(depth)}`;

/** What has broken parsers and databases before. */
const hostileValues: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  '',
  ' ',
  '\0',
  '\ud800',
  '\u202e',
  "' or 1=1 --",
  '$1',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '../../etc/passwd',
  'a'.repeat(30_000),
  '9223372036854775808',
  '00000000-0000-4000-8000-000000000000',
  [],
  {},
  [[[[[[]]]]]],
  { $ne: null },
  { toString: 'x' },
  Array(500).fill('x'),
];
const hostileTexts: readonly string[] = [
  '',
  '{',
  'nul',
  '1e999',
  '"\\ud800"',
  '{"a":1,"a":2}',
  '{"__proto__":{"x":1}}',
  nested('[', ']', 50_000),
  nested('{"a":', '}', 20_000),
  `[${'0,'.repeat(60_000)}0]`,
  `{${Array.from({ length: 9_000 }, (_, key) => `"k${key}":0`).join()}}`,
  `"${'\\u0000'.repeat(20_000)}"`,
  ' '.repeat(130_000),
  'x'.repeat(2_200_000),
];
const hostileHeaders: readonly Record<string, string>[] = [
  { 'Content-Type': 'text/plain' },
  { 'Content-Type': 'application/json; charset=utf-16' },
  { 'Content-Encoding': 'gzip' },
  { 'X-Forwarded-For': '::::,,,,;;' },
  { Origin: 'null', Cookie: 'a=b', Range: 'bytes=0-1' },
  { 'If-None-Match': '*'.repeat(4_000) },
  { 'X-HTTP-Method-Override': 'DELETE', Accept: '\u00ff/\u00fe' },
];

const valid = fc.constantFrom(feedback, issue, signUp, () => withdrawal(feedback())).map((make) => make());
const hostile = fc.constantFrom(...hostileValues);

/** A valid message with one member, of its own or of its fields, made wrong, left out or added. */
const spoilt = fc
  .tuple(
    valid,
    fc.constantFrom('schema', 'policy', 'id', 'withdrawHash', 'feature', 'fields', 'secret', 'more'),
    hostile,
  )
  .map(([message, member, value]) => ({ ...message, [member]: value }));
const spoiltFields = fc
  .tuple(valid, fc.constantFrom('text', 'email', 'installKey', 'version', 'screenshot', 'extensions', 'ip'), hostile)
  .map(([message, field, value]) => ({
    ...message,
    fields: { ...('fields' in message ? message.fields : {}), [field]: value },
  }));

const body = fc.oneof(
  valid.map((message) => JSON.stringify(message)),
  spoilt.map((message) => JSON.stringify(message)),
  spoiltFields.map((message) => JSON.stringify(message)),
  fc.json({ maxDepth: 6 }),
  fc.constantFrom(...hostileTexts),
  fc.tuple(valid, fc.nat(300)).map(([message, length]) => JSON.stringify(message).slice(0, length)),
  fc.uint8Array({ maxLength: 2_000 }).map((bytes) => new Uint8Array(bytes)),
);

const headers = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileHeaders) },
);

const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('%00', '%', 'x'.repeat(8_000), '8.4.0'),
);

/** Any request to one of the operations. */
export function requestTo(operations: readonly Operation[]): fc.Arbitrary<FuzzRequest> {
  return fc.constantFrom(...operations).chain(({ method, path, parameters }) =>
    fc.record({
      method: fc.oneof(
        { weight: 9, arbitrary: fc.constant(method) },
        fc.constantFrom('PUT', 'DELETE', 'OPTIONS', 'HEAD'),
      ),
      path: fc
        .array(fc.tuple(fc.constantFrom(...parameters, 'token', '__proto__'), odd), { maxLength: 3 })
        .map((query) => path + queryOf(query)),
      headers,
      body: method === 'GET' ? fc.constant(undefined) : body,
    }),
  );
}

function queryOf(pairs: readonly (readonly [string, string])[]): string {
  const query = pairs.map(([name, value]) => `${name}=${value.startsWith('%') ? value : encode(value)}`).join('&');
  return query === '' ? '' : `?${query}`;
}

/** As a browser would; a lone surrogate, which cannot be written so, as bytes that are no UTF-8. */
function encode(value: string): string {
  return /\p{Cs}/u.test(value) ? '%ff%fe' : encodeURIComponent(value);
}
