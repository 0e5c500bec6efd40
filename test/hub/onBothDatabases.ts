import { rmSync } from 'node:fs';
import { after, before, describe } from 'node:test';
import type { Cluster } from './cluster.ts';
import { skipWithoutPostgres, startCluster } from './cluster.ts';
import type { TestHub } from './inProcess.ts';
import { openHub } from './inProcess.ts';
import { newFolder } from './spawned.ts';

/** Tests on a hub in this process; it is open while they run. */
type Suite = (hub: () => TestHub) => void;

/** Runs the tests on the embedded database and on a PostgreSQL of their own; `withCluster` are for PostgreSQL alone. */
export function onBothDatabases(
  what: string,
  suite: Suite,
  withCluster: (hub: () => TestHub, cluster: () => Cluster) => void = () => {},
): void {
  describe(`${what} on the embedded database`, () => {
    let hub: TestHub;
    before(async () => {
      hub = await openHub();
    });
    after(() => hub.close());
    suite(() => hub);
  });

  describe(`${what} on PostgreSQL`, { skip: skipWithoutPostgres }, () => {
    let cluster: Cluster;
    let hub: TestHub;
    before(async () => {
      cluster = await startCluster();
      hub = await openHub({ databaseUrl: await cluster.createDatabase() });
    });
    after(async () => {
      await hub?.close();
      await cluster?.remove();
    });
    suite(() => hub);
    withCluster(
      () => hub,
      () => cluster,
    );
  });
}

/** The environment that leads a hub in a process of its own to its database. */
export type Variables = Record<string, string>;

/** Runs the tests of hubs in processes of their own, on the embedded database and on a PostgreSQL of their own. */
export function asProcessesOnBothDatabases(
  what: string,
  suite: (variables: () => Variables, database: 'embedded' | 'PostgreSQL') => void,
): void {
  describe(`${what} on the embedded database`, () => {
    const DATA_DIR = newFolder();
    after(() => rmSync(DATA_DIR, { recursive: true }));
    suite(() => ({ DATA_DIR }), 'embedded');
  });

  describe(`${what} on PostgreSQL`, { skip: skipWithoutPostgres }, () => {
    let cluster: Cluster;
    let DATABASE_URL: string;
    before(async () => {
      cluster = await startCluster();
      DATABASE_URL = await cluster.createDatabase();
    });
    after(() => cluster?.remove());
    suite(() => ({ DATABASE_URL }), 'PostgreSQL');
  });
}
