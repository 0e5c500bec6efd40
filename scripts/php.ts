import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const MISSING =
  'PHP with pdo_sqlite was not found: install it (Debian: apt-get install php-cli php-sqlite3), or set PHP_PATH.';

/** The command of PHP's CLI with SQLite; installs Debian's packages when it may. Throws one line that says what to do. */
export function findPhp(): string {
  const php = process.env.PHP_PATH || 'php';
  if (isFit(php) || (install() && isFit(php))) return php;
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

/** Whether it installed anything. */
function install(): boolean {
  if (process.env.PHP_PATH || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  console.log('Installing php-cli and php-sqlite3 …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Its own words go to the error output, so that a script's output stays readable.
  const stdio: ['ignore', 2, 2] = ['ignore', 2, 2];
  try {
    execFileSync('apt-get', ['update', '-q'], { env, stdio });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'php-cli', 'php-sqlite3'], {
      env,
      stdio,
    });
    return true;
  } catch {
    console.error('apt-get could not install php-cli and php-sqlite3.');
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
