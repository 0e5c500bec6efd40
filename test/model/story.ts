import assert from 'node:assert/strict';
import type { Output } from '../../widget/contract/calls.ts';
import { routes } from '../../widget/contract/routes.ts';
import type { HubRequest } from '../../widget/service/surroundings.ts';
import type { Step } from './acts.ts';
import { acts } from './acts.ts';
import { Dice } from './dice.ts';
import { ExtensionHome } from './extensionHome.ts';
import type { Home } from './home.ts';
import { ModelHub } from './hub.ts';
import { Ledger } from './ledger.ts';
import { MemoryDisk } from './memoryDisk.ts';
import { Network } from './network.ts';
import { observe } from './observe.ts';
import { PagesHome } from './pagesHome.ts';
import { Person } from './person.ts';
import type { Sight } from './promises.ts';
import { hasFinished, keepsItsPromises } from './promises.ts';
import type { RunScript } from './service.ts';
import type { Stage } from './stage.ts';
import type { Tally } from './tally.ts';
import { World } from './world.ts';

const HOUR = 3_600_000;
/** No message waits longer for its next attempt, in milliseconds. */
const LONGEST_WAIT = 6 * HOUR;
const MOMENT = 3_000;
/** So many times a thing may have to be called until all is delivered. */
const PATIENCE = 300;

export interface Schedule {
  readonly home: 'extension' | 'pages';
  readonly seed: number;
  readonly steps: readonly Step[];
}

/** One schedule, played from an empty browser to the end of all trouble. */
export class Story {
  readonly stage: Stage;
  readonly home: Home;
  readonly person: Person;
  private readonly ledger = new Ledger();
  /** Ids of the messages that left. */
  private readonly sent = new Set<string>();
  /** What was to call the service may be lost: then a person has to look. */
  private forgetful = false;

  constructor(runScript: RunScript, { home, seed }: Schedule, tally: Tally) {
    const world = new World(new Dice(seed));
    const hub = new ModelHub(world.now);
    const network = new Network(world, hub);
    this.stage = { world, hub, network, disk: new MemoryDisk(), runScript, defects: [], tally };
    this.home = home === 'extension' ? new ExtensionHome(this.stage) : new PagesHome(this.stage);
    this.person = new Person(this.home, this.ledger, this.stage);
    network.onRequest = (request, fate, again) => {
      tally.count(`request: ${fate}`);
      this.watch(request, again);
    };
  }

  /** What the outbox lists to the writer. */
  readonly listed = async (): Promise<Output<'outbox'>> => (await this.look()).outbox;

  /** Ids of the messages that left and were not withdrawn, as the log has them. */
  readonly logged = (): string[] => [...this.sent].filter((id) => typeof this.ledger.withdrawn.get(id) !== 'number');

  /** The computer's clock is set. Set back, it shows the time of an alarm much later. */
  jump(span: number): void {
    this.stage.world.skew += span;
    this.stage.network.disturb();
    if (span < 0) this.forgetful = true;
  }

  /** A newer release takes the place of this one, and the browser forgets its alarms. */
  update(): void {
    this.home.update();
    this.forgetful = true;
  }

  /** Until it has room again, whoever writes anything fails. */
  fillDisk(): void {
    this.stage.disk.full = true;
    this.stage.network.disturb();
  }

  /** The computer goes out. The mark that a page leaves for the next may be newer than what the database kept. */
  cutPower(): void {
    this.stage.disk.cutPower();
    this.home.restart();
    this.forgetful = true;
  }

  async play(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      this.stage.tally.count(step.act);
      await acts[step.act](this, step);
      await this.stage.world.move(step.moves);
      keepsItsPromises(await this.look());
    }
  }

  /** From now on all is well. Nobody but the browser calls the service, unless the browser was made to forget it. */
  async end(): Promise<void> {
    const { world, network, disk } = this.stage;
    disk.full = false;
    for (let turns = 0; turns < PATIENCE; turns++) {
      network.weather = world.dice.below(3) === 0 ? ['slow'] : [];
      await world.rest();
      const sight = await this.look();
      keepsItsPromises(sight);
      if (sight.outbox.waiting.every(({ state }) => state === 'refused')) break;
      // A background that has nothing to do is stopped, and a page is closed.
      if (world.dice.below(8) === 0) this.home.kill(world.dice.below(2) === 0 ? 0 : 1);
      if (world.nextDue() === null) this.home.browse();
      const due = world.nextDue();
      if (due !== null && due <= world.elapsed + LONGEST_WAIT) await world.pass(due - world.elapsed);
      else if (this.forgetful) this.person.look(0);
      else assert.fail('Something waits, and nobody is called for it.');
    }
    hasFinished(await this.look());
  }

  /** The promises that are about what leaves, and not about what is where. */
  private watch({ url, body = '' }: HubRequest, again: boolean): void {
    const { world, defects } = this.stage;
    const { id } = JSON.parse(body) as { id: string };
    const { left, withdrawn } = this.ledger;
    // What was about to leave at that moment leaves.
    const isPast = (since: number | null | undefined) => typeof since === 'number' && world.elapsed > since + MOMENT;
    const isMessage = new URL(url).pathname !== routes.withdrawal.path;
    if (isMessage) this.sent.add(id);
    if (!isMessage && isPast(left.get(id))) defects.push(`sent after it was given up: ${body}`);
    if (isMessage && isPast(withdrawn.get(id))) defects.push(`sent after it was withdrawn: ${body}`);
    if (again) defects.push(`sent by two at once: ${body}`);
  }

  private async look(): Promise<Sight> {
    const { hub, defects } = this.stage;
    return { ledger: this.ledger, hub, defects, ...(await observe(this.stage)) };
  }
}
