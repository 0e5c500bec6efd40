import type { Clock } from './surroundings.ts';

/** The clock of the computer and the dice of the browser. */
export const systemClock: Clock = { now: () => Date.now(), random: () => Math.random() };
