import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { sourcesTable } from '../../scripts/sources.ts';

test('ARCHITECTURE.md says of each product what running its fixtures says', async () => {
  const written = await readFile('ARCHITECTURE.md', 'utf8');
  assert.ok(
    written.includes((await sourcesTable()).trim()),
    'run `npx tsx scripts/sources.ts` and paste what it prints',
  );
});
