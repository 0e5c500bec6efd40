import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findPostgres } from '../../scripts/postgres.ts';
import { until } from './until.ts';

/** A PostgreSQL of the test's own, on a Unix socket in a folder that goes with it. */
export interface Cluster {
  readonly folder: string;
  /** The address of a new, empty database. */
  createDatabase(): Promise<string>;
  start(): Promise<void>;
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** Where PostgreSQL's programs are; false skips a test. */
export const postgres = findPostgres();
export const skipWithoutPostgres = postgres === null ? 'PostgreSQL is not installed' : false;

/** Makes a cluster and starts it. */
export async function startCluster(): Promise<Cluster> {
  const programs = postgres ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'noticeboard-pg-'));
  const as = unprivileged();
  if (as.uid !== undefined && as.gid !== undefined) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const initdb = ['-D', data, '-U', 'hub', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
  execFileSync(join(programs, 'initdb'), initdb, { ...as, cwd: folder, stdio: ['ignore', 'ignore', 2] });

  const address = (database: string) => `postgresql://hub@localhost/${database}?host=${encodeURIComponent(folder)}`;
  let server = launch();
  let databases = 0;

  function launch() {
    const settings = ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${folder}`];
    const child = spawn(join(programs, 'postgres'), ['-D', data, ...settings], { ...as, cwd: folder, stdio: 'ignore' });
    process.once('exit', () => child.kill('SIGQUIT'));
    return child;
  }
  async function query(statement: string) {
    const client = new pg.Client({ connectionString: address('postgres') });
    try {
      await client.connect();
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
  const answers = () =>
    query('select 1').then(
      () => true,
      () => false,
    );
  const cluster: Cluster = {
    folder,
    createDatabase: async () => {
      databases += 1;
      await query(`create database hub${databases}`);
      return address(`hub${databases}`);
    },
    start: async () => {
      server = launch();
      await until('PostgreSQL answers', answers);
    },
    stop: async () => {
      if (server.exitCode !== null) return;
      const exited = once(server, 'exit');
      server.kill('SIGINT');
      await exited;
    },
    remove: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await until('PostgreSQL answers', answers);
  return cluster;
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  return { uid: Number(user?.[2]), gid: Number(user?.[3]) };
}
