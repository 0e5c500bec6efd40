/** Chance that can be played again: the same seed gives the same throws. */
export class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** From 0 up to, not including, 1 (the generator known as mulberry32). */
  readonly throw = (): number => {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  /** One of the numbers from 0 up to, not including, `count`. */
  below(count: number): number {
    return Math.floor(this.throw() * count);
  }

  /** As `crypto.getRandomValues`. */
  readonly getRandomValues = <T extends ArrayBufferView>(view: T): T => {
    const bytes = new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
    for (let at = 0; at < bytes.length; at++) bytes[at] = this.below(256);
    return view;
  };
}
