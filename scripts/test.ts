import { spawnSync } from 'node:child_process';

/** Everything `npm test` runs, in the order in which a mistake is found soonest. The first failure ends it. */
const steps: readonly (readonly [title: string, command: string, ...args: string[]])[] = [
  ['Types', 'npm', 'run', '--silent', 'typecheck'],
  ['Lint', 'npm', 'run', '--silent', 'lint'],
  ['Build', 'npm', 'run', '--silent', 'build'],
  ['Budgets', 'npm', 'run', '--silent', 'budgets'],
  ['Firefox add-on lint', 'npx', 'web-ext', 'lint', '--source-dir', 'dist/firefox', '--warnings-as-errors'],
  ['Browsers', 'npx', 'tsx', 'scripts/browsers.ts'],
  ['PostgreSQL', 'npx', 'tsx', 'scripts/postgres.ts'],
  ['PHP', 'npx', 'tsx', 'scripts/php.ts'],
  ['Unit tests', 'npm', 'run', '--silent', 'test:unit'],
  ['Model tests', 'npm', 'run', '--silent', 'test:model'],
  ['Hub tests', 'npm', 'run', '--silent', 'test:hub'],
  ['Module tests', 'npm', 'run', '--silent', 'test:module'],
  ['Browser tests', 'npm', 'run', '--silent', 'test:browser'],
];

for (const [title, command, ...args] of steps) {
  const begun = Date.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    console.error(`\n${title}: failed.`);
    process.exit(1);
  }
  console.log(`── ${title}: ${Math.round((Date.now() - begun) / 1000)} s`);
}
console.log('\nAll passed.');
