import { after, before, describe } from 'node:test';
import type { Cluster } from './cluster.ts';
import { skipWithoutPostgres, startCluster } from './cluster.ts';
import type { TestHub } from './inProcess.ts';
import { openHub } from './inProcess.ts';

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
