import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every *.test.ts below the folder, in a steady order. */
function testFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path))
    .sort();
}

/** Runs the test files of the folders named on the command line with node's own runner; one file at a time on a browser. */
const folders = process.argv.slice(2);
const files = folders.flatMap(testFiles);
if (files.length === 0) throw new Error(`No test files in ${folders.join(', ')}.`);
const atOnce = folders.includes('test/browser') ? 1 : 2;
const runner = spawn(
  process.execPath,
  ['--import', 'tsx', '--test', `--test-concurrency=${atOnce}`, '--test-reporter=spec', ...files],
  { stdio: 'inherit' },
);
runner.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
