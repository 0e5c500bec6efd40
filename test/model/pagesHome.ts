import type { CallName, Input, Output } from '../../widget/contract/calls.ts';
import type { Answer } from '../../widget/contract/failure.ts';
import type { Home, View } from './home.ts';
import type { Host } from './life.ts';
import { Life } from './life.ts';
import type { Stage } from './stage.ts';

/** The drop-in: two pages of one CRM, each with a service of its own on the one database. */
export class PagesHome implements Home, Host {
  readonly shared = true;
  readonly isOne = false;
  private readonly stage: Stage;
  private readonly pages = new Map<View, Life>();
  private readonly timers = new Map<Life, () => void>();
  /** What the next page knows before it loads anything. */
  private waiting = false;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  ask<N extends CallName>(view: View, call: N, input: Input<N>): Promise<Answer<Output<N>>> {
    const life = this.start(view);
    life.resume();
    return life.ask(call, input);
  }

  goOnline(): void {
    for (const life of this.pages.values()) life.resumeOnline();
  }

  kill(view: View): void {
    this.pages.get(view)?.end();
    this.pages.delete(view);
  }

  restart(): void {
    this.kill(1);
    this.browse();
  }

  update(): void {
    this.restart();
  }

  /** The next page of the CRM, in the first tab. */
  browse(): void {
    this.kill(0);
    if (this.waiting) this.start(0);
  }

  wakeAt(life: Life, time: number): void {
    const { world } = this.stage;
    this.timers.get(life)?.();
    this.timers.set(
      life,
      world.after(life, Math.max(0, time - world.now()), () => life.resume()),
    );
  }

  noteWaiting(waiting: boolean): void {
    this.waiting = waiting;
  }

  private start(view: View): Life {
    const running = this.pages.get(view);
    if (running) return running;
    const life = new Life(this.stage, this);
    this.pages.set(view, life);
    life.resume();
    return life;
  }
}
