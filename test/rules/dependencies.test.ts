import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import * as z from 'zod/mini';

const packages = z.record(z.string(), z.string());
const manifest = z.object({ dependencies: packages, devDependencies: packages });

test('every package has its reason in CONTRIBUTING.md, and stands in no version but one', () => {
  const { dependencies, devDependencies } = manifest.parse(JSON.parse(readFileSync('package.json', 'utf8')));
  const table = readFileSync('CONTRIBUTING.md', 'utf8').split('## Dependencies')[1] ?? '';
  const named = new Set([...table.matchAll(/^\| ([^|]+)\|/gm)].flatMap(([, names = '']) => names.split(/[\s,]+/)));
  const all = Object.entries({ ...dependencies, ...devDependencies });
  const without = all.map(([name]) => name).filter((name) => !named.has(name) && !name.startsWith('@types/'));
  assert.deepEqual(without, []);
  assert.deepEqual(
    all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version)),
    [],
  );
});
