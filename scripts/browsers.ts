import { accessSync, constants, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { installFromDebian } from './installFromDebian.ts';

interface Wanted {
  readonly name: string;
  readonly variable: 'CHROME_PATH' | 'FIREFOX_PATH';
  readonly commands: readonly string[];
  readonly places: readonly string[];
  readonly debianPackage: string;
}

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
  (directory) => directory !== undefined,
);
const applications = ['/Applications', join(homedir(), 'Applications')];

const chromium: Wanted = {
  name: 'Chromium',
  variable: 'CHROME_PATH',
  commands: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
  places: [
    ...applications.map((directory) => join(directory, 'Chromium.app/Contents/MacOS/Chromium')),
    ...applications.map((directory) => join(directory, 'Google Chrome.app/Contents/MacOS/Google Chrome')),
    ...programFiles.map((directory) => join(directory, 'Chromium/Application/chrome.exe')),
    ...programFiles.map((directory) => join(directory, 'Google/Chrome/Application/chrome.exe')),
  ],
  debianPackage: 'chromium',
};

// Those that load an unsigned extension for good come first.
const firefox: Wanted = {
  name: 'Firefox',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox-developer-edition', 'firefox-nightly', 'firefox'],
  places: [
    ...applications.map((directory) => join(directory, 'Firefox Developer Edition.app/Contents/MacOS/firefox')),
    ...applications.map((directory) => join(directory, 'Firefox.app/Contents/MacOS/firefox')),
    ...programFiles.map((directory) => join(directory, 'Firefox Developer Edition/firefox.exe')),
    ...programFiles.map((directory) => join(directory, 'Mozilla Firefox/firefox.exe')),
  ],
  debianPackage: 'firefox-esr',
};

/** The path of Chromium or Chrome; installs Debian's package when it may. Rejects with one line that says what to do. */
export async function findChromium(): Promise<string> {
  return find(chromium);
}

/** The path of Firefox; installs Debian's ESR package when it may. Rejects with one line that says what to do. */
export async function findFirefox(): Promise<string> {
  return find(firefox);
}

function find(wanted: Wanted): string {
  const named = process.env[wanted.variable];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(`${wanted.variable} is ${named}, which is no program. Correct it, or unset it.`);
  }
  const found = lookFor(wanted);
  if (found !== undefined) return found;
  const installed = installFromDebian(wanted.debianPackage) ? lookFor(wanted) : undefined;
  if (installed !== undefined) return installed;
  throw new Error(
    `${wanted.name} was not found: install it (Debian: apt-get install ${wanted.debianPackage}), or set ${wanted.variable}.`,
  );
}

function lookFor({ commands, places }: Wanted): string | undefined {
  const directories = (process.env.PATH ?? '').split(delimiter).filter((directory) => directory !== '');
  const inPath = commands.flatMap((command) => directories.map((directory) => join(directory, command)));
  return [...inPath, ...places].find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const wanted of [chromium, firefox]) {
    try {
      console.log(`${wanted.name}: ${find(wanted)}`);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    }
  }
}
