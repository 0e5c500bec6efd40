import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Typed } from '../../../widget/contract/calls.ts';
import { limits } from '../../../widget/contract/limits.ts';
import type { Page } from '../../../widget/contract/page.ts';
import { withPicture } from '../../../widget/contract/picture.ts';
import type { Field } from '../../../widget/contract/policy.ts';
import { parseMessage } from '../../../widget/service/submissions/message.ts';
import type { Ask } from './home.ts';
import { asker, crm, testHome, valueIn } from './home.ts';

const feature = 'issue';
const typed: Typed = { title: 'Export stops', happened: 'It ends after row 500.', severity: 'major' };
const picture = `data:image/webp;base64,${'A'.repeat(4000)}`;

/** As its vtiger module tells of an install. */
const told: Page = {
  ...crm,
  system: {
    value: { php: '8.2.14', database: 'MariaDB 10.11.6', webServer: 'Apache 2.4.57', diskFree: 412e8, diskTotal: 8e10 },
    source: 'module',
  },
  extensions: {
    value: [{ name: 'Pdf', version: '1.2.3' }, { name: 'Dial', enabled: false }, { name: 'Sms' }],
    source: 'module',
  },
};

async function valuesOf(ask: Ask, switched: Field[] = []) {
  const { rows } = valueIn(await ask('prepare', { feature, typed, switched }));
  return Object.fromEntries(rows.map(({ field, value, source, sent }) => [field, { value, source, sent }]));
}

/** Prepares the report and sends what a form would show. */
async function sendReport(ask: Ask, shown: string | undefined) {
  const { message } = valueIn(await ask('prepare', { feature, typed, switched: [] }));
  const whole = withPicture(message, shown);
  return { whole, answer: await ask('send', { feature, message: whole }) };
}

test('a report says what the server runs, which browser it is, and what is installed', async () => {
  const { disk, php, database, webServer, browser, extensions } = await valuesOf(asker(testHome(), told));
  const module = (value: string) => ({ value, source: 'module', sent: true });
  assert.deepEqual(disk, module('41.2 GB free of 80.0 GB'));
  assert.deepEqual(php, module('8.2.14'));
  assert.deepEqual(database, module('MariaDB 10.11.6'));
  assert.deepEqual(webServer, module('Apache 2.4.57'));
  assert.deepEqual(browser, { value: 'Firefox 153 on Linux', source: 'browser', sent: true });
  assert.deepEqual(extensions, module('Pdf 1.2.3\nDial (off)\nSms'));
});

test('where the page tells nothing of the server nothing is made up, and Module Manager is asked for the extensions', async () => {
  const asked: Page[] = [];
  const ask = asker(
    testHome(),
    { ...crm, baseUrl: 'http://crm.test/asked/' },
    {
      extensions: async (page) => {
        asked.push(page);
        return { ok: true, value: [{ name: 'Pdf', version: '1.2.3' }] };
      },
    },
  );
  const { disk, extensions } = await valuesOf(ask);
  assert.deepEqual(disk, { value: null, source: null, sent: false });
  assert.deepEqual(extensions, { value: 'Pdf 1.2.3', source: 'moduleManager', sent: true });
  await valuesOf(ask);
  await valuesOf(ask);
  assert.equal(asked.length, 1, 'it is not bothered with every key');
});

test('what is typed is kept while Module Manager has not answered yet', async () => {
  const home = testHome();
  const page = { ...crm, baseUrl: 'http://crm.test/slow/' };
  let answer = (_: unknown) => {};
  const slow = asker(home, page, { extensions: () => new Promise((resolve) => (answer = resolve)) });
  const preparing = slow('prepare', { feature, typed, switched: [] });
  const other = asker(home, page);
  while (valueIn(await other('draft', { feature })).typed.title !== typed.title) await Promise.resolve();
  answer({ ok: true, value: [] });
  assert.ok((await preparing).ok);
});

test('neither failed requests nor script errors are asked for before they are switched on', async () => {
  const asked: string[] = [];
  const ask = asker(testHome(), told, {
    trouble: async (trouble) => {
      asked.push(trouble);
      return trouble === 'scriptErrors'
        ? []
        : ['404 https://crm.test/vtiger/a.js?v=8', '404 https://crm.test/vtiger/a.js'];
    },
  });
  const before = await valuesOf(ask);
  assert.deepEqual(before.failedRequests, { value: null, source: null, sent: false });
  assert.deepEqual(asked, []);
  const after = await valuesOf(ask, ['failedRequests', 'scriptErrors']);
  assert.deepEqual(after.failedRequests, { value: '404 …a.js', source: 'seen', sent: true });
  assert.deepEqual(after.scriptErrors, { value: 'none', source: 'seen', sent: true });
});

test('of what went wrong, nothing says where the CRM is: neither its host nor its directory', async () => {
  const page = { ...told, baseUrl: 'https://crm.acme.test/acme%20gmbh/crm/' };
  const ask = asker(testHome(), page, {
    trouble: async () => [
      '404 https://crm.acme.test/acme%20gmbh/crm/layouts/a.js',
      '403 https://crm.acme.test/acme%20gmbh/crm',
      'No crm.acme.test, and nothing in /acme gmbh/crm/cache',
    ],
  });
  const { failedRequests } = await valuesOf(ask, ['failedRequests']);
  assert.equal(failedRequests?.value, '404 …layouts/a.js\n403 …\nNo …, and nothing in …cache');
});

for (const [what, said] of Object.entries({
  'no list': { length: 1e9 },
  'a list of other things': [{}, 5],
  nothing: null,
})) {
  test(`a page that says ${what} of its errors is not believed, and nothing goes`, async () => {
    const ask = asker(testHome(), told, { trouble: async () => said });
    const { scriptErrors } = await valuesOf(ask, ['scriptErrors']);
    assert.deepEqual(scriptErrors, { value: null, source: null, sent: false });
  });
}

test('whatever lines a page makes up, the hub would take the message', async () => {
  const lines = fc.array(fc.oneof(fc.string({ unit: 'binary', maxLength: 500 }), fc.webUrl()), { maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(lines, async (said) => {
      const ask = asker(testHome(), told, { trouble: async () => said });
      const switched: Field[] = ['failedRequests', 'scriptErrors'];
      const { message, complete } = valueIn(await ask('prepare', { feature, typed, switched }));
      assert.ok(complete && parseMessage(feature, message));
    }),
    { numRuns: 50 },
  );
});

test('a picture is attached once, told by its size, and in the message byte for byte', async () => {
  const home = testHome();
  const ask = asker(home, told);
  valueIn(await ask('attach', { feature, screenshot: picture }));
  const { rows, message } = valueIn(await ask('prepare', { feature, typed, switched: [] }));
  const row = rows.find(({ field }) => field === 'screenshot');
  assert.deepEqual(row, { field: 'screenshot', value: '3000', source: 'typed', sent: true, malformed: false });
  assert.ok(message.length < 2000, 'it does not travel with every key');
  const { whole, answer } = await sendReport(ask, picture);
  const { id } = valueIn(answer);
  const [item] = await home.database.read((t) => t.all('outbox'));
  assert.equal((item as { body: string }).body, whole);
  assert.equal((JSON.parse(whole) as { fields: Typed }).fields.screenshot, picture);
  assert.equal(valueIn(await ask('written', { id })).typed.screenshot, picture);
  assert.deepEqual(valueIn(await ask('draft', { feature })).typed, {}, 'the form is empty, the picture gone from it');
});

test('a report with another picture than the one that is attached is not sent', async () => {
  const ask = asker(testHome(), told);
  valueIn(await ask('attach', { feature, screenshot: picture }));
  for (const shown of [undefined, '', picture.replace('AAAA', 'BBBB')]) {
    assert.deepEqual((await sendReport(ask, shown)).answer, { ok: false, failure: 'changed' });
  }
  valueIn(await ask('attach', { feature, screenshot: null }));
  assert.deepEqual((await sendReport(ask, picture)).whole.includes('data:'), false);
});

test('the picture of a draft outlives whatever is typed, and is taken out only by the person', async () => {
  const home = testHome();
  const ask = asker(home, told);
  valueIn(await ask('attach', { feature, screenshot: picture }));
  valueIn(
    await ask('prepare', { feature, typed: { ...typed, screenshot: 'data:image/png;base64,AA==' }, switched: [] }),
  );
  assert.deepEqual(valueIn(await asker(home, told)('draft', { feature })).typed, { ...typed, screenshot: picture });
  valueIn(await ask('attach', { feature, screenshot: null }));
  assert.equal(valueIn(await ask('draft', { feature })).typed.screenshot, undefined);
});

test('a picture that is none, or too large, keeps the report from being complete', async () => {
  const ask = asker(testHome(), told);
  const large = `data:image/webp;base64,${'A'.repeat(Math.ceil(limits.screenshotBytes / 3) * 4 + 100)}`;
  for (const screenshot of [
    large,
    'data:image/svg+xml;base64,AAAA',
    'https://crm.test/a.png',
    'data:image/png;base64,"}',
  ]) {
    valueIn(await ask('attach', { feature, screenshot }));
    const { complete, message } = valueIn(await ask('prepare', { feature, typed, switched: [] }));
    assert.equal(complete, false);
    assert.ok(!message.includes('screenshot'));
  }
});

test('wherever a text looks like the place for the picture, the picture goes into its own', async () => {
  const words = fc.oneof(fc.string({ minLength: 1 }), fc.constant('","screenshot":""'), fc.constant('"screenshot":""'));
  await fc.assert(
    fc.asyncProperty(words, words, async (title, happened) => {
      fc.pre(/\S/.test(happened) && /^[^\p{Cc}]*\S[^\p{Cc}]*$/u.test(title));
      const ask = asker(testHome(), told);
      valueIn(await ask('attach', { feature, screenshot: picture }));
      const input = {
        feature,
        typed: { ...typed, title, happened, expected: '$&"screenshot":""' },
        switched: [],
      } as const;
      const { message } = valueIn(await ask('prepare', { ...input, switched: [] }));
      const { fields } = JSON.parse(withPicture(message, picture)) as { fields: Typed };
      assert.deepEqual([fields.title, fields.happened, fields.screenshot], [title, happened, picture]);
    }),
    { numRuns: 100 },
  );
});

test('what was offered is asked for anew with the next report; what was left out stays out', async () => {
  const ask = asker(testHome(), told);
  const switched: Field[] = ['failedRequests', 'os'];
  const { message } = valueIn(await ask('prepare', { feature, typed, switched }));
  valueIn(await ask('send', { feature, message }));
  assert.deepEqual(valueIn(await ask('draft', { feature })).switched, ['os']);
});

test('a report that was refused goes back into its form with its picture, unless another stands there', async () => {
  const home = testHome({
    transport: async () => ({
      ok: true,
      value: { status: 400, retryAfter: null, text: '{"error":{"code":"bad-request","message":"No"}}' },
    }),
  });
  const ask = asker(home, told);
  valueIn(await ask('attach', { feature, screenshot: picture }));
  const { id } = valueIn((await sendReport(ask, picture)).answer);
  while (valueIn(await ask('outbox', {})).waiting[0]?.state !== 'refused') await new Promise(setImmediate);
  valueIn(await ask('attach', { feature, screenshot: picture }));
  assert.deepEqual(await ask('edit', { id }), { ok: false, failure: 'draft-in-the-way' });
  valueIn(await ask('attach', { feature, screenshot: null }));
  assert.deepEqual(await ask('edit', { id }), { ok: true, value: { feature } });
  assert.deepEqual(valueIn(await ask('draft', { feature })).typed, { ...typed, screenshot: picture });
});
