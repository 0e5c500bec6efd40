import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { TestContext } from 'node:test';
import { unzipSync } from 'fflate';
import type { ModuleParts } from '../../scripts/module.ts';
import { moduleZip } from '../../scripts/module.ts';
import { findPhp } from '../../scripts/php.ts';

const STANDINS = 'test/module/standins';

/** Two administrators, one with English and one with German, and a user. */
export type User = 'ada' | 'bea' | 'sam';
export type Row = Record<string, string | number | null>;

/** A stand-in for a CRM that the module's zip was unpacked in. */
export interface Crm {
  /** Asks the module as a user, or as somebody who is not logged in. Redirects are not followed. */
  ask(query: string, user?: User, init?: RequestInit): Promise<Response>;
  /** Module Manager's word to the module, such as `module.postinstall`. */
  event(name: string): Promise<void>;
  /** Unpacks another build over what is there. */
  unpack(parts?: Partial<ModuleParts>): Promise<void>;
  /** Runs a statement on the CRM's database. */
  sql(statement: string): Promise<Row[]>;
}

export const parts: ModuleParts = {
  version: '0.1.0',
  hub: 'https://hub.example',
  scripts: { 'noticeboard.js': '// loader', 'relay.js': '// relay' },
};

/** What is different on a server. */
export interface Server {
  /** What its database says of its version. */
  readonly database?: string;
  /** Functions of PHP that its owner has switched off, with commas. */
  readonly switched?: string;
}

const php = findPhp();

/** Starts the stand-in on loopback; it ends with the test. */
export async function startCrm(test: TestContext, { database, switched }: Server = {}): Promise<Crm> {
  const folder = await mkdtemp(join(tmpdir(), 'noticeboard-crm-'));
  test.after(() => rm(folder, { recursive: true }));
  await cp(STANDINS, folder, { recursive: true });
  await unpack(folder, parts);
  const schema = '(new PDO("sqlite:crm.sqlite"))->exec(file_get_contents("crm.sql"));';
  execFileSync(php, ['-r', schema], { cwd: folder });

  const settings = ['display_errors=1', 'error_reporting=-1', `disable_functions=${switched ?? ''}`];
  const env = { ...process.env, CRM_DATABASE: database ?? '10.11.6-MariaDB-1:10.11.6+maria~deb12' };
  const server = spawn(php, [...settings.flatMap((setting) => ['-d', setting]), '-S', '127.0.0.1:0', 'index.php'], {
    cwd: folder,
    env,
  });
  test.after(() => server.kill());
  const origin = await addressIn(server.stderr);

  const ask: Crm['ask'] = (query, user, init = {}) => {
    const headers = { ...(user ? { Cookie: `user=${user}` } : {}), ...init.headers };
    return fetch(`${origin}/index.php?${query}`, { redirect: 'manual', ...init, headers });
  };
  return {
    ask,
    async event(name) {
      const answer = await (await ask(`event=${name}`)).text();
      if (answer !== '') throw new Error(answer);
    },
    unpack: (changes) => unpack(folder, { ...parts, ...changes }),
    sql: async (statement) => (await ask(`sql=${encodeURIComponent(statement)}`)).json() as Promise<Row[]>,
  };
}

/** Where vtiger puts a file of the zip; undefined for what it leaves there. */
export function placeOf(path: string): string | undefined {
  if (path.startsWith('settings/')) return path.replace('settings/', 'modules/Settings/Noticeboard/');
  return /^(modules\/Noticeboard|languages|layouts)\//.test(path) ? path : undefined;
}

async function unpack(folder: string, build: ModuleParts): Promise<void> {
  for (const [path, bytes] of Object.entries(unzipSync(await moduleZip(build)))) {
    const place = placeOf(path);
    if (place === undefined) continue;
    await mkdir(join(folder, dirname(place)), { recursive: true });
    await writeFile(join(folder, place), bytes);
  }
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  const said: string[] = [];
  for await (const line of createInterface(output)) {
    said.push(line);
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(line);
    if (address) {
      output.resume();
      return address[0];
    }
  }
  throw new Error(`PHP's server did not start: ${said.join('\n')}`);
}

/** A source file of the module. */
export const source = (path: string): Promise<string> => readFile(join('widget/vtiger', path), 'utf8');
