import type { CallName, Input, Output } from '../../widget/contract/calls.ts';
import type { Answer } from '../../widget/contract/failure.ts';

/** One of two panels that a person has open at once. */
export type View = 0 | 1;

/** Where the service lives: what starts it, and what ends it. */
export interface Home {
  /** Asks the service of that panel, which is started if it has to be. */
  ask<N extends CallName>(view: View, call: N, input: Input<N>): Promise<Answer<Output<N>>>;
  /** Whether both panels speak to one run of the service. */
  readonly isOne: boolean;
  /** The browser says that there is a network again. */
  goOnline(): void;
  /** Ends the service of that panel where it stands. */
  kill(view: View): void;
  /** Kills the browser, and starts it again. */
  restart(): void;
  /** Ends all, for a newer release to take its place. */
  update(): void;
  /** Uses the browser without touching Noticeboard. */
  browse(): void;
}
