import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';
import { within } from './within.ts';

/** What a program said and how it ended. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A hub in a process of its own, as `npm start` runs it. */
export interface SpawnedHub {
  readonly url: string;
  readonly pid: number;
  /** Everything it printed so far. */
  output(): string;
  signal(name: 'SIGTERM' | 'SIGKILL'): void;
  ended: Promise<Ended>;
}

type Variables = Record<string, string>;

export function newFolder(): string {
  return mkdtempSync(join(tmpdir(), 'noticeboard-data-'));
}

/** Starts `server/main.ts` on a free port, and waits until it listens. One that does not is ended. */
export async function spawnHub(variables: Variables): Promise<SpawnedHub> {
  const run = start('server/main.ts', [], { PORT: '0', ...variables });
  const url = () => /listens on (\S+)/.exec(run.output())?.[1];
  let over = false;
  run.ended.then(() => {
    over = true;
  });
  try {
    await until('the hub listens', () => over || url() !== undefined, 60_000);
  } finally {
    if (url() === undefined) run.signal('SIGKILL');
  }
  const listensOn = url();
  if (listensOn === undefined) throw new Error(`The hub ended before it listened:\n${run.output()}`);
  return { ...run, url: listensOn };
}

/** Runs `server/main.ts` where it is not expected to start. */
export function runHub(variables: Variables): Promise<Ended> {
  return endOf(start('server/main.ts', [], { PORT: '0', ...variables }));
}

/** Runs `npm run hub -- …`. */
export function runCli(args: readonly string[], variables: Variables): Promise<Ended> {
  return endOf(start('server/cli/cli.ts', args, variables));
}

/** Waits until a program ends by itself; one that does not within a minute is killed, and that is an error. */
export async function endOf({
  ended,
  signal,
  output,
}: Pick<SpawnedHub, 'ended' | 'signal' | 'output'>): Promise<Ended> {
  try {
    return await within('the end of a program', ended, 60_000);
  } catch (error) {
    signal('SIGKILL');
    throw new Error(`${error}. It said:\n${output()}`);
  }
}

/** The messages that `npm run hub -- submissions --json` lists. */
export async function listed(variables: Variables): Promise<{ id: string; fields: Record<string, string> }[]> {
  const { output } = await runCli(['submissions', '--json'], variables);
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
}

function start(script: string, args: readonly string[], variables: Variables) {
  const { DATABASE_URL: _, NODE_ENV: __, ...inherited } = process.env;
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    env: { ...inherited, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'close').then(([code]: (number | null)[]): Ended => {
    process.off('exit', kill);
    return { code: code ?? null, output };
  });
  return {
    pid: child.pid ?? 0,
    output: () => output,
    signal: (name: 'SIGTERM' | 'SIGKILL') => void child.kill(name),
    ended,
  };
}
