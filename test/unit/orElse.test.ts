import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as z from 'zod/mini';
import { orElse } from '../../widget/contract/orElse.ts';

const record = z.object({
  text: orElse(z.string(), ''),
  count: orElse(z.nullable(z.number()), null),
  flag: z.optional(orElse(z.boolean(), undefined)),
});

test('what fits is read as it is', () => {
  assert.deepEqual(record.parse({ text: 'a', count: 1, flag: true }), { text: 'a', count: 1, flag: true });
});

test('what is missing, or does not fit, is read as the fallback and costs nothing else', () => {
  assert.deepEqual(record.parse({}), { text: '', count: null });
  assert.deepEqual(record.parse({ text: 5, count: 2, flag: 'x' }), { text: '', count: 2, flag: undefined });
});
