import type { CallName, Input, Output } from '../../widget/contract/calls.ts';
import type { Answer } from '../../widget/contract/failure.ts';
import type { Home } from './home.ts';
import type { Host } from './life.ts';
import { Life } from './life.ts';
import type { Stage } from './stage.ts';

/** Chromium lets no alarm come sooner, in milliseconds. */
const SOONEST_ALARM = 30_000;
/** An alarm comes again after so long, in milliseconds, unless another takes its place. */
const ALARM_PERIOD = 60 * 60_000;

/** The browser extension: one background, started by a message, by an alarm, by the browser's start and by an update. */
export class ExtensionHome implements Home, Host {
  readonly shared = false;
  readonly isOne = true;
  private readonly stage: Stage;
  private life: Life | undefined;
  private callOffAlarm = () => {};
  private callOffTimer = () => {};

  constructor(stage: Stage) {
    this.stage = stage;
  }

  ask<N extends CallName>(_: number, call: N, input: Input<N>): Promise<Answer<Output<N>>> {
    const life = this.awake();
    life.resume();
    return life.ask(call, input);
  }

  goOnline(): void {
    this.life?.resumeOnline();
  }

  kill(): void {
    this.life?.end();
    this.life = undefined;
  }

  restart(): void {
    this.kill();
    this.awake();
  }

  update(): void {
    this.callOffAlarm();
    this.restart();
  }

  browse(): void {}

  wakeAt(life: Life, time: number): void {
    const { world } = this.stage;
    const delay = Math.max(0, time - world.now());
    this.callOffTimer();
    if (delay < SOONEST_ALARM) this.callOffTimer = world.after(life, delay, () => life.resume());
    this.setAlarm(world.now() + Math.max(delay, SOONEST_ALARM));
  }

  // Whatever waits is looked for at every start.
  noteWaiting(): void {}

  private setAlarm(time: number): void {
    this.callOffAlarm();
    this.callOffAlarm = this.stage.world.at(time, () => {
      this.setAlarm(this.stage.world.now() + ALARM_PERIOD);
      this.awake().resume();
    });
  }

  private awake(): Life {
    if (this.life) return this.life;
    const life = new Life(this.stage, this);
    this.life = life;
    life.resume();
    return life;
  }
}
