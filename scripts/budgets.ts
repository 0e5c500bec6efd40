import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { bundles } from './bundles.ts';

const metafile = z.looseObject({ inputs: z.record(z.string(), z.unknown()) });

/** Prints each script's size after gzip -9 beside its limit; fails past a limit, or with a package in the wrong script. */
let broken = 0;
for (const { output, limit, without } of bundles) {
  const size = gzipSync(await readFile(`dist/${output}`), { level: 9 }).length;
  const { inputs } = metafile.parse(JSON.parse(await readFile(`dist/meta/${output}.json`, 'utf8')));
  const strays = without.filter((name) => Object.keys(inputs).some((path) => path.includes(`node_modules/${name}/`)));
  const tooLarge = limit !== undefined && size > limit;
  if (tooLarge || strays.length > 0) broken += 1;
  const verdict = [tooLarge ? 'TOO LARGE' : '', ...strays.map((name) => `CONTAINS ${name}`)].filter(Boolean).join(', ');
  console.log(
    `${output.padEnd(34)} ${String(size).padStart(7)} bytes  limit ${String(limit ?? 'none').padStart(6)}  ${verdict || 'ok'}`,
  );
}
if (broken > 0) {
  console.error(`${broken} of ${bundles.length} scripts break their budget.`);
  process.exitCode = 1;
}
