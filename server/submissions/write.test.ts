import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asJson, asText } from './write.ts';

const submission = {
  id: '7f0c2a34-9b1e-4c57-8d2a-0b6f2c1e6f0a',
  feature: 'feedback',
  policy: 1,
  receivedAt: '2026-11-24T09:42:10.123Z',
  fields: { text: 'The list\nforgets its filter.', version: '8.4.0', os: 'Linux' },
};

test('a message is listed with its receipt number, time, text and other fields', () => {
  assert.equal(
    asText(submission),
    '0B6F-2C1E-6F0A  2026-11-24 09:42  feedback\n  The list forgets its filter.\n  version 8.4.0 · os Linux\n',
  );
});

test('a long text is cut', () => {
  const line = asText({ ...submission, fields: { text: 'x'.repeat(500) } }).split('\n')[1] ?? '';
  assert.equal(line.length, 102);
  assert.ok(line.endsWith('…'));
});

test('a report is listed with its title, and its picture by size', () => {
  const fields = { title: 'Export stops', severity: 'major', screenshot: `data:image/png;base64,${'A'.repeat(4000)}` };
  const [, title, facts] = asText({ ...submission, feature: 'issue', fields }).split('\n');
  assert.equal(title, '  Export stops');
  assert.equal(facts, '  severity major · screenshot 3,000 bytes');
});

test('a text cannot command the terminal', () => {
  const fields = { text: '\u001b[2J\u009b31mred\u202egnp.exe\u2028', os: '\u0007' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  assert.doesNotMatch(asText({ ...submission, fields }), /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/);
});

test('as JSON it is whole, on one line', () => {
  const line = asJson(submission);
  assert.ok(!line.includes('\n'));
  assert.deepEqual(JSON.parse(line), { receipt: '0B6F-2C1E-6F0A', ...submission });
});
