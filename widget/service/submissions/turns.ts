/**
 * Keeps saves in the order in which they were asked for, though reading the page may take one longer than the next.
 * Within one worker or page: between two tabs there is no order, and the last to be stored stays.
 */
let last = 0;
const newest = new Map<string, number>();

/** To be taken as soon as a call arrives. */
export function takeTurn(): number {
  last += 1;
  return last;
}

/** Claims the key for what was asked for at that turn: false when something asked for later has it already. */
export function claimTurn(key: string, turn: number): boolean {
  if ((newest.get(key) ?? 0) > turn) return false;
  newest.set(key, turn);
  return true;
}
