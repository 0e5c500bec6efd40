import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { privacyText } from '../../../scripts/policy.ts';
import { unnamedHeaders } from '../../../widget/contract/browserHeaders.ts';
import { page } from '../../../widget/contract/page.ts';
import type { Feature } from '../../../widget/contract/policy.ts';
import { features, policy, typedFields } from '../../../widget/contract/policy.ts';
import { explained } from '../../../widget/contract/reasons.ts';
import { routes } from '../../../widget/contract/routes.ts';
import { pageFacts } from '../../../widget/service/submissions/rows.ts';
import { crm } from '../service/home.ts';

const entries = features.flatMap((feature) => explained(feature).map((entry) => ({ feature, ...entry })));
const names = (feature: Feature) => Object.keys(policy[feature]).sort();

test('PRIVACY.md is what `npm run policy` writes', () => {
  assert.equal(readFileSync('PRIVACY.md', 'utf8'), privacyText(), 'run `npm run policy`');
});

test('it names every field that can be sent, with its purpose', () => {
  const text = readFileSync('PRIVACY.md', 'utf8').replace(/\s+/g, ' ');
  for (const { feature, field, reason } of entries) assert.ok(reason && text.includes(reason), `${feature}: ${field}`);
});

test('it says of all that the hub keeps how long, also of what has no end by itself', () => {
  assert.match(privacyText(), /your address, and your name if you gave it, are kept until you unsubscribe/);
});

test('a header that no browser adds by itself is told apart', () => {
  const usual = ['User-Agent', 'sec-ch-ua-platform', 'SEC-FETCH-SITE', 'access-control-request-method', 'accept'];
  assert.deepEqual(unnamedHeaders([...usual, 'Cookie', 'Referer', 'X-Tenant', 'Accept-Charset']), [
    'cookie',
    'referer',
    'x-tenant',
    'accept-charset',
  ]);
});

// What vtiger's own policy promised for these five features, one by one.

test('e-mail address and name are the only personal data, and are only ever typed', () => {
  const personal = new Set(entries.filter((entry) => entry.personal).map(({ field }) => field));
  assert.deepEqual([...personal].sort(), ['email', 'name']);
  for (const field of personal) {
    assert.ok(typedFields.some((typed) => typed === field));
    assert.ok(!Object.hasOwn(pageFacts(crm), field), `${field} is never read from a page`);
    assert.ok(!Object.hasOwn(page.def.shape, field), `${field} is never read from a page`);
  }
});

test('e-mail address and name are optional, but for the address that a newsletter goes to', () => {
  for (const { feature, field, choice } of entries.filter(({ personal }) => personal)) {
    assert.equal(choice, feature === 'newsletter' && field === 'email' ? 'always' : 'typed', `${feature}: ${field}`);
  }
});

test('the five items about the install are not personal, and each can be switched off wherever it may go', () => {
  for (const item of ['installKey', 'version', 'os', 'industry', 'extensions']) {
    const uses = entries.filter(({ field }) => field === item);
    assert.ok(uses.length > 0, `${item} has a place`);
    for (const { feature, personal, choice } of uses) {
      assert.deepEqual({ personal, choice }, { personal: false, choice: 'switch' }, `${feature}: ${item}`);
    }
  }
});

test('no field, and no line of any route, is for an IP address', () => {
  const words = JSON.stringify([entries.map(({ field }) => field), Object.keys(routes)]);
  assert.doesNotMatch(words, /\bip|address|remote|client/i);
  assert.match(privacyText(), /An IP address\. No part of Noticeboard collects, stores or logs one/);
});

const install = ['installKey', 'version', 'os', 'industry'];
const promised: Record<Feature, string[]> = {
  news: [],
  extensions: ['version', 'os', 'industry'],
  feedback: ['text', 'email', ...install],
  issue: [
    ...['title', 'happened', 'expected', 'severity', 'screenshot', 'email', ...install],
    ...['extensions', 'disk', 'php', 'database', 'webServer', 'browser', 'failedRequests', 'scriptErrors'],
  ],
  newsletter: ['email', 'name'],
};
for (const feature of features) {
  test(`${feature} may send exactly this: ${promised[feature].join(', ') || 'nothing'}`, () => {
    assert.deepEqual(names(feature), promised[feature].sort());
  });
}

test('what the person did not add does not go by itself: screenshot, requests and errors wait for their press', () => {
  const { screenshot, failedRequests, scriptErrors } = policy.issue;
  assert.deepEqual(
    [screenshot, failedRequests, scriptErrors].map(({ choice }) => choice),
    ['typed', 'offer', 'offer'],
  );
});
