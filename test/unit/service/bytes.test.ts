import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { factsQuery } from '../../../widget/contract/factsQuery.ts';
import { fieldSchemas } from '../../../widget/contract/fields.ts';
import { withPicture } from '../../../widget/contract/picture.ts';
import type { Feature, Field, FieldPolicy } from '../../../widget/contract/policy.ts';
import { policy, submissionFeatures } from '../../../widget/contract/policy.ts';
import { routes } from '../../../widget/contract/routes.ts';
import { fetchHub } from '../../../widget/service/hub/fetchHub.ts';
import { parseMessage } from '../../../widget/service/submissions/message.ts';
import { asker, testHome, untilQuiet, valueIn } from './home.ts';
import type { Received, TestHub } from './hub.ts';
import { startHub, takeMessage } from './hub.ts';
import type { Story } from './marked.ts';
import { stories } from './marked.ts';

let hub: TestHub;
before(async () => {
  hub = await startHub((response, request) => {
    if (request.method === 'POST') takeMessage(response, request);
    else response.end('{"extensions":[]}');
  });
});
after(() => hub.close());

/** The install of the story with its person in front of it, who has entered what they know. */
async function begin({ page, userAgent, entered, installed, trouble }: Story) {
  const home = testHome({ transport: fetchHub, userAgent });
  home.address = hub.url;
  const ask = asker(home, page, {
    extensions: async () => ({ ok: true, value: installed }),
    trouble: async (name) => trouble[name],
  });
  for (const [field, value] of entered) await ask('enter', { baseUrl: page.baseUrl, field, value });
  return { home, ask };
}

/** All of the request that the service has a say in. */
function wholeOf({ url, headers, body }: Received): string {
  return `${url} ${JSON.stringify(headers)} ${body.toString('utf8')}`;
}

/** What went and what stayed, by field, over all stories: nothing is proved of a field that never did either. */
class Tally {
  readonly went = new Set<Field>();
  readonly stayed = new Set<Field>();

  /** Whether nothing of the story is in the request but what the policy names, the person left on, and saw. */
  check(
    feature: Feature,
    story: Story,
    switched: readonly Field[],
    shown: (field: Field) => string,
    whole: string,
  ): void {
    const table: Partial<Record<Field, FieldPolicy>> = policy[feature];
    for (const [field, mark] of story.marks) {
      const entry = table[field];
      const isOff = !entry || (entry.choice === 'offer') !== switched.includes(field);
      const goes = whole.includes(mark);
      if (isOff) assert.ok(!goes, `${field} is switched off, or no field of ${feature}`);
      assert.equal(goes, shown(field).includes(mark), `${field} goes as it is shown`);
      if (goes) this.went.add(field);
      else if (isOff) this.stayed.add(field);
    }
    for (const secret of story.secrets) assert.ok(!whole.includes(secret), `${secret} is in no policy`);
  }

  /** Whether every field has gone, and was kept back though there was something to send. */
  end(feature: Feature): void {
    const table: Partial<Record<Field, FieldPolicy>> = policy[feature];
    for (const field of Object.keys(fieldSchemas) as Field[]) {
      const choice = table[field]?.choice;
      if (field === 'severity') continue;
      if (choice) assert.ok(this.went.has(field), `${field} has gone`);
      if (choice !== 'always') assert.ok(this.stayed.has(field), `${field} was kept back`);
    }
  }
}

const switches = fc.uniqueArray(fc.constantFrom(...(Object.keys(fieldSchemas) as Field[])), { maxLength: 8 });

for (const feature of submissionFeatures) {
  test(`${feature}: the bytes that the hub receives are those previewed, and hold nothing that was switched off`, async () => {
    const tally = new Tally();
    await fc.assert(
      fc.asyncProperty(stories, switches, async (story, switched) => {
        const { home, ask } = await begin(story);
        const { typed, screenshot } = story;
        valueIn(await ask('attach', { feature, screenshot }));
        const { message: words, rows, complete } = valueIn(await ask('prepare', { feature, typed, switched }));
        const message = withPicture(words, screenshot ?? undefined);

        // The fields are those of the table that have a value, are not switched off and are well-formed.
        const inMessage = (JSON.parse(message) as { fields: Partial<Record<Field, string>> }).fields;
        const sent = rows.filter((row) => row.sent);
        assert.deepEqual(
          Object.keys(inMessage),
          sent.map(({ field }) => field),
        );
        for (const { field, value } of sent) if (field !== 'screenshot') assert.equal(inMessage[field], value);

        const before = hub.received.length;
        const answer = await ask('send', { feature, message });
        assert.equal(answer.ok, parseMessage(feature, message) !== undefined);
        if (complete) assert.ok(answer.ok, 'a complete form can be sent');
        await untilQuiet(home.database);
        assert.equal(hub.received.length - before, answer.ok ? 1 : 0);
        if (!answer.ok) return;

        const request = hub.received[before] ?? assert.fail('a request came');
        assert.deepEqual(request.body, Buffer.from(message, 'utf8'));
        assert.equal(request.body.toString('utf8'), message, 'nothing was replaced on the way');
        assert.equal(request.url, routes[feature].path, 'nothing stands in the address');
        tally.check(feature, story, switched, (field) => inMessage[field] ?? '', wholeOf(request));
      }),
      { numRuns: 400 },
    );
    tally.end(feature);
  });
}

test('the question for recommendations holds the facts that were shown and agreed to, and no others', async () => {
  const tally = new Tally();
  await fc.assert(
    fc.asyncProperty(stories, switches, async (story, switched) => {
      const { ask } = await begin(story);
      const before = hub.received.length;
      assert.deepEqual(await ask('recommendations', {}), { ok: false, failure: 'not-allowed' });
      assert.equal(hub.received.length, before, 'nothing is asked before it is agreed to');

      const facts = valueIn(await ask('recommendationFacts', {}));
      const rows = facts.rows.map((row) => ({ ...row, sent: row.sent && !switched.includes(row.field) }));
      const address = facts.address + factsQuery(rows);
      valueIn(await ask('agreeToRecommendations', { rows, address }));
      valueIn(await ask('recommendations', {}));
      assert.equal(hub.received.length, before + 1);
      const request = hub.received[before] ?? assert.fail('a request came');
      assert.equal(request.body.length, 0);
      assert.equal(hub.url + request.url, address, 'the address is the one that was shown, to the byte');
      const { pathname, searchParams } = new URL(request.url, hub.url);
      assert.equal(pathname, routes.extensions.path);
      // An address cannot hold half a character; what it holds instead is what the server reads.
      const shown = rows
        .filter((row) => row.sent)
        .map(({ field, value }) => [field, Buffer.from(value ?? '').toString('utf8')]);
      assert.deepEqual([...searchParams], shown);
      tally.check('extensions', story, switched, (field) => searchParams.get(field) ?? '', wholeOf(request));
    }),
    { numRuns: 100 },
  );
  tally.end('extensions');
});
