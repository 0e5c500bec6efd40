import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Installs Debian's packages where that may be done: as root, on a system with apt. Whether it did; says so, and why not. */
export function installFromDebian(...packages: readonly string[]): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version') || !existsSync('/usr/bin/apt-get')) return false;
  console.log(`Installing ${packages.join(' and ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Its own words go to the error output, so that a script's output stays readable.
  const stdio: ['ignore', 2, 2] = ['ignore', 2, 2];
  try {
    execFileSync('apt-get', ['update', '-q'], { env, stdio });
    execFileSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { env, stdio });
    return true;
  } catch {
    console.error(`apt-get could not install ${packages.join(' and ')}.`);
    return false;
  }
}
