import { execFileSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { installFromDebian } from './installFromDebian.ts';

const MISSING =
  'PHP with pdo_sqlite was not found: install it (Debian: apt-get install php-cli php-sqlite3), or set PHP_PATH.';

/** The command of PHP's CLI with SQLite; installs Debian's packages when it may. Throws one line that says what to do. */
export function findPhp(): string {
  const named = process.env.PHP_PATH;
  const php = named || 'php';
  if (isFit(php)) return php;
  if (!named && installFromDebian('php-cli', 'php-sqlite3') && isFit(php)) return php;
  throw new Error(MISSING);
}

function isFit(php: string): boolean {
  try {
    // The stand-in for the CRM's database is SQLite.
    execFileSync(php, ['-r', "exit(extension_loaded('pdo_sqlite') ? 0 : 1);"], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log(`PHP: ${findPhp()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
