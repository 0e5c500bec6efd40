import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import type { Typed } from '../../../widget/contract/calls.ts';
import { fieldSchemas, severities } from '../../../widget/contract/fields.ts';
import type { Page } from '../../../widget/contract/page.ts';
import type { Field, FieldPolicy, SubmissionFeature } from '../../../widget/contract/policy.ts';
import { policy, submissionFeatures } from '../../../widget/contract/policy.ts';
import { routes } from '../../../widget/contract/routes.ts';
import { fetchHub } from '../../../widget/service/hub/fetchHub.ts';
import { parseMessage } from '../../../widget/service/submissions/message.ts';
import { asker, testHome, untilQuiet, valueIn } from './home.ts';
import type { TestHub } from './hub.ts';
import { startHub, takeMessage } from './hub.ts';

let hub: TestHub;
before(async () => {
  hub = await startHub((response, request) => {
    if (request.method === 'POST') takeMessage(response, request);
    else response.end('{"extensions":[]}');
  });
});
after(() => hub.close());

const fields = Object.keys(fieldSchemas) as Field[];

// Each fact carries a mark of its own, so that it is recognised wherever it turns up.
const mark = (name: string) => fc.stringMatching(/^[a-z]{12}$/).map((letters) => `${name}${letters}`);
const read = <T>(value: fc.Arbitrary<T>) =>
  fc.option(fc.record({ value, source: fc.constantFrom('declared' as const, 'footer' as const) }), { nil: undefined });

const pages: fc.Arbitrary<Page> = fc.record({
  baseUrl: mark('base').map((name) => `http://${name}.test/`),
  product: mark('product'),
  version: read(mark('v').map((letters) => `8.4.${letters}`)),
  company: read(mark('company')),
  os: read(
    fc
      .tuple(mark('os'), fc.constantFrom('', ' "quoted"', " 'x' & <y>", ' ä€😀', '\ud83d'))
      .map((parts) => parts.join('')),
  ),
  industry: read(mark('industry')),
  installKey: read(fc.bigInt({ min: 10n ** 17n, max: 9n * 10n ** 18n }).map(String)),
  administrator: fc.constant({ value: true, source: 'body' as const }),
  userId: read(mark('user')),
  module: read(mark('module')),
});
const texts = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.constantFrom(
    '"',
    '\\',
    '\ud800',
    '\udc00\ud800',
    '\u2028\u2029',
    '😀',
    '\u0000',
    '</script>',
    '{"os":"x"}',
    'é\r\n\t',
  ),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const addresses = fc.oneof(fc.emailAddress(), fc.constantFrom('', 'nobody@', ' me@here.test '));
/** What may be typed into the form of each feature, well-formed or not. */
const forms: Record<SubmissionFeature, fc.Arbitrary<Typed>> = {
  feedback: fc.record({ text: maybe(texts), email: maybe(addresses) }),
  issue: fc.record({
    title: maybe(fc.oneof(texts, mark('title'))),
    happened: maybe(texts),
    expected: maybe(texts),
    severity: maybe(fc.constantFrom(...severities, 'awful')),
    screenshot: maybe(fc.constantFrom('data:image/png;base64,iVBORw0KGgo=', 'data:text/html;base64,PGI+', 'x')),
    email: maybe(addresses),
  }),
  newsletter: fc.record({ email: maybe(addresses), name: maybe(texts) }),
};
const switches = fc.uniqueArray(fc.constantFrom(...fields));

for (const feature of submissionFeatures) {
  test(`${feature}: the bytes that the hub receives are those previewed, and hold nothing that was switched off`, async () => {
    const table: Partial<Record<Field, FieldPolicy>> = policy[feature];
    /** Whether the person's switches keep it back. */
    const isOff = (field: Field, switched: readonly Field[]) =>
      (table[field]?.choice === 'offer') !== switched.includes(field);
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(pages, forms[feature], switches, async (page, written, switched) => {
        const home = testHome({ transport: fetchHub });
        home.address = hub.url;
        const ask = asker(home, page);
        const input = { feature, typed: written, switched };
        const { message, rows, complete } = valueIn(await ask('prepare', input));

        // The fields are those of the table that have a value, are not switched off and are well-formed.
        const inMessage = (JSON.parse(message) as { fields: Record<string, string> }).fields;
        const shown = rows.filter((row) => row.sent).map(({ field, value }) => [field, value]);
        assert.deepEqual(Object.entries(inMessage), shown);
        for (const field of Object.keys(inMessage)) assert.ok(Object.hasOwn(table, field));
        for (const { field } of rows) if (isOff(field, switched)) assert.ok(!Object.hasOwn(inMessage, field));

        const before = hub.received.length;
        const answer = await ask('send', { feature, message });
        assert.equal(answer.ok, parseMessage(feature, message) !== undefined);
        if (complete) assert.ok(answer.ok, 'a complete form can be sent');
        await untilQuiet(home.database);
        assert.equal(hub.received.length - before, answer.ok ? 1 : 0);
        if (!answer.ok) return;
        sent += 1;

        const request = hub.received[before] ?? assert.fail('a request came');
        assert.deepEqual(request.body, Buffer.from(message, 'utf8'));
        assert.equal(request.body.toString('utf8'), message, 'nothing was replaced on the way');
        const whole = `${request.url} ${JSON.stringify(request.headers)} ${request.body.toString('utf8')}`;
        for (const field of ['version', 'industry', 'installKey'] as const) {
          const value = page[field]?.value;
          const kept = !Object.hasOwn(table, field) || switched.includes(field);
          if (value && kept) assert.ok(!whole.includes(value), `${field} is switched off, or no field of ${feature}`);
        }
        if (written.title?.startsWith('title') && isOff('title', switched)) assert.ok(!whole.includes(written.title));
        assert.equal(request.url, routes[feature].path, 'nothing stands in the address');
        for (const secret of [
          page.company?.value,
          page.userId?.value,
          page.product,
          page.module?.value,
          page.baseUrl,
        ]) {
          if (secret) assert.ok(!whole.includes(secret), `${secret} is in no policy`);
        }
      }),
      { numRuns: 200 },
    );
    assert.ok(sent > 10, `stories that came to a message: ${sent}`);
  });
}

test('the question for recommendations holds the facts that were agreed to and no others', async () => {
  await fc.assert(
    fc.asyncProperty(pages, switches, async (page, switched) => {
      const home = testHome({ transport: fetchHub });
      home.address = hub.url;
      const ask = asker(home, page);
      const before = hub.received.length;
      assert.deepEqual(await ask('recommendations', {}), { ok: false, failure: 'not-allowed' });
      assert.equal(hub.received.length, before, 'nothing is asked before it is agreed to');

      await ask('agreeToRecommendations', { switched });
      const { rows } = valueIn(await ask('recommendationFacts', {}));
      valueIn(await ask('recommendations', {}));
      assert.equal(hub.received.length, before + 1);
      const request = hub.received[before] ?? assert.fail('a request came');
      const query = [...new URL(request.url, hub.url).searchParams];
      // An address cannot hold half a character; what it holds instead is what the server reads.
      const shown = rows
        .filter((row) => row.sent)
        .map(({ field, value }) => [field, Buffer.from(value ?? '').toString('utf8')]);
      assert.deepEqual(query, shown);
      for (const [field = ''] of query) {
        assert.ok(Object.hasOwn(policy.extensions, field) && !switched.includes(field as Field));
      }
      assert.equal(request.body.length, 0);
      const whole = `${request.url} ${JSON.stringify(request.headers)}`;
      for (const field of ['version', 'industry'] as const) {
        const value = page[field]?.value;
        if (value && switched.includes(field)) assert.ok(!whole.includes(value), `${field} is switched off`);
      }
      for (const secret of [page.installKey?.value, page.company?.value, page.userId?.value, page.baseUrl]) {
        if (secret) assert.ok(!whole.includes(secret), `${secret} is no fact of the question`);
      }
    }),
    { numRuns: 60 },
  );
});
