import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installFromDebian } from './installFromDebian.ts';

const DEBIAN = '/usr/lib/postgresql';

/**
 * The folder of PostgreSQL's programs (`initdb`, `postgres`); installs Debian's package when it may. Null when there is
 * none: then the tests on PostgreSQL are skipped, except in CI, where this throws.
 */
export function findPostgres(): string | null {
  const found = lookFor() ?? (installFromDebian('postgresql') ? lookFor() : undefined);
  if (found !== undefined) return found;
  if (process.env.CI === 'true') throw new Error(missing);
  return null;
}

const missing =
  'PostgreSQL was not found: install it (Debian: apt-get install postgresql), or put initdb into the PATH.';

function lookFor(): string | undefined {
  const inPath = (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const places = [...inPath, ...versions.map((version) => join(DEBIAN, version, 'bin'))];
  return places.find((place) => existsSync(join(place, 'initdb')) && existsSync(join(place, 'postgres')));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const found = findPostgres();
    console.log(found ? `PostgreSQL: ${found}` : `${missing} Its tests are skipped.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
