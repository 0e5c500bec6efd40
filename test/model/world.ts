import type { Dice } from './dice.ts';

/** Whatever can be ended, so that nothing more happens to it. */
export interface Mortal {
  readonly alive: boolean;
}

interface Happening {
  /** Of whom it is a part: it does not come to pass once that one is dead. */
  readonly of: Mortal | null;
  /** When it can happen, in milliseconds since the beginning of the world. */
  readonly due: () => number;
  readonly run: () => void | Promise<void>;
}

/** More than this at one moment is no story but a loop. */
const RESTLESS = 2_000;

/**
 * A virtual clock, and what is about to happen in it. What can happen at one moment happens one by one, in an order that
 * the dice decide. Time all but stands still until it is told to pass.
 */
export class World {
  /** Milliseconds since the beginning: never jumps. */
  elapsed = 0;
  /** What the computer's clock shows beyond `elapsed`. */
  skew = Date.UTC(2026, 10, 24);
  readonly dice: Dice;
  private happenings: Happening[] = [];

  constructor(dice: Dice) {
    this.dice = dice;
  }

  /** What the computer's clock shows: milliseconds since 1970, which may jump. */
  readonly now = (): number => this.elapsed + this.skew;

  /** Something that can happen from now on. */
  soon(of: Mortal | null, run: () => void | Promise<void>): void {
    this.after(of, 0, run);
  }

  /** Something that can happen in so many milliseconds, whatever the computer's clock says. Returns what calls it off. */
  after(of: Mortal | null, delay: number, run: () => void | Promise<void>): () => void {
    const at = this.elapsed + delay;
    return this.add({ of, due: () => at, run });
  }

  /** Something that can happen once the computer's clock shows that time. Returns what calls it off. */
  at(time: number, run: () => void): () => void {
    return this.add({ of: null, due: () => time - this.skew, run });
  }

  private add(happening: Happening): () => void {
    this.happenings.push(happening);
    return () => this.remove(happening);
  }

  private remove(happening: Happening): void {
    const at = this.happenings.indexOf(happening);
    if (at >= 0) this.happenings.splice(at, 1);
  }

  /** Lets at most so many things happen that can happen now, and returns how many did. */
  async move(most: number): Promise<number> {
    for (let moves = 0; moves < most; moves++) {
      const ready = this.happenings.filter(({ of, due }) => due() <= this.elapsed && of?.alive !== false);
      const next = ready[this.dice.below(ready.length)];
      if (next === undefined) return moves;
      this.remove(next);
      await next.run();
      await stillness();
      // Everything takes its time, if not much of it.
      this.elapsed += this.dice.below(2);
    }
    return most;
  }

  /** Lets everything happen that can happen now. */
  async rest(): Promise<void> {
    if ((await this.move(RESTLESS)) === RESTLESS) throw new Error('The service does not come to rest.');
  }

  /** When the next thing happens after all that can happen now; null when nothing will. */
  nextDue(): number | null {
    const times = this.happenings.filter(({ of }) => of?.alive !== false).map(({ due }) => due());
    return times.length === 0 ? null : Math.max(this.elapsed, Math.min(...times));
  }

  /** Lets time pass, and all happen that happens meanwhile. */
  async pass(span: number): Promise<void> {
    const end = this.elapsed + span;
    await this.rest();
    for (let next = this.nextDue(); next !== null && next <= end; next = this.nextDue()) {
      this.elapsed = next;
      await this.rest();
    }
    this.elapsed = Math.max(this.elapsed, end);
  }
}

/** Resolves when nobody has anything left to do without the world. */
function stillness(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
