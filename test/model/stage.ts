import type { ModelHub } from './hub.ts';
import type { MemoryDisk } from './memoryDisk.ts';
import type { Network } from './network.ts';
import type { RunScript } from './service.ts';
import type { Tally } from './tally.ts';
import type { World } from './world.ts';

/** All that outlives a run of the service. */
export interface Stage {
  readonly world: World;
  readonly disk: MemoryDisk;
  readonly hub: ModelHub;
  readonly network: Network;
  readonly runScript: RunScript;
  /** What the service said of itself that is a defect of ours. */
  readonly defects: string[];
  /** Counts what happened. */
  readonly tally: Tally;
}
