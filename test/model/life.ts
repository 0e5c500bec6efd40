import type { CallName, Input, Output } from '../../widget/contract/calls.ts';
import type { Answer } from '../../widget/contract/failure.ts';
import { failure } from '../../widget/contract/failure.ts';
import type { Database, Transaction } from '../../widget/service/storage/database.ts';
import type { Surroundings } from '../../widget/service/surroundings.ts';
import { crm, readerOf } from '../unit/service/home.ts';
import type { Mode } from './memoryDisk.ts';
import type { ServiceScript } from './service.ts';
import type { Stage } from './stage.ts';
import type { Mortal } from './world.ts';

/** What differs between the homes of the service. */
export interface Host {
  readonly shared: boolean;
  wakeAt(life: Life, time: number): void;
  noteWaiting(waiting: boolean): void;
}

/**
 * The service from the start of its script to its end, which may come between any two steps: nothing that it waits for
 * comes to pass after that. A step has a beginning, when it takes effect, and an end, when the service learns of it.
 */
export class Life implements Mortal {
  alive = true;
  readonly surroundings: Surroundings;
  private readonly stage: Stage;
  private readonly script: ServiceScript;
  private readonly ends = new Set<() => void>();

  constructor(stage: Stage, host: Host) {
    this.stage = stage;
    const { world, network } = stage;
    this.surroundings = {
      userAgent: '',
      shared: host.shared,
      noteWaiting: (waiting) => host.noteWaiting(waiting),
      wakeAt: (time) => this.step(() => host.wakeAt(this, time)),
      database: this.database(),
      clock: { now: world.now, random: world.dice.throw },
      transport: (request) =>
        new Promise((resolve) => world.soon(this, () => void network.send(this, request).then(resolve))),
      sites: { list: async () => [], launcher: async () => 'always', choose: async () => {} },
      hub: () => this.step(() => 'https://hub.test'),
      keepHub: async () => {},
      keepAwake: (work) => work,
      showUnseenNews: async () => {},
      managed: async () => ({}),
      followSettings: async () => {},
    };
    this.script = stage.runScript({
      setTimeout: (work, delay) => world.after(this, delay, work),
      clearTimeout: (callOff) => typeof callOff === 'function' && callOff(),
      crypto: world.dice,
      console: { error: (...words) => stage.defects.push(words.join(' ')) },
    });
  }

  /** Asks as the interface does; `internal` when this life ends before it answers. */
  ask<N extends CallName>(call: N, input: Input<N>): Promise<Answer<Output<N>>> {
    return new Promise((resolve) => {
      const unanswered = () => resolve(failure('internal'));
      this.ends.add(unanswered);
      const service = this.script.createService(
        this.surroundings,
        readerOf(() => this.step(() => crm)),
      );
      this.script.answer(service, { call, input }).then((given) => {
        this.ends.delete(unanswered);
        // The door has parsed it with that call's own schema.
        resolve(given as Answer<Output<N>>);
      });
    });
  }

  resume(): void {
    void this.script.resume(this.surroundings);
  }

  resumeOnline(): void {
    void this.script.resumeOnline(this.surroundings);
  }

  end(): void {
    this.alive = false;
    for (const end of this.ends) end();
  }

  private step<T>(work: () => T | Promise<T>, order: Order = freely): Promise<T> {
    const { world } = this.stage;
    return new Promise((resolve, reject) => {
      order.begin(world, this, async () => {
        const outcome = await Promise.resolve()
          .then(work)
          .then(
            (value) => () => resolve(value),
            (error: unknown) => () => reject(error),
          );
        order.end(world, this, outcome);
      });
    });
  }

  private database(): Database {
    const { disk } = this.stage;
    const inOrder: Order = { begin: lane(), end: lane() };
    const run =
      (mode: Mode): Database['read'] =>
      (work) => {
        const { transaction, begin } = waitingForItsTurn();
        const result = work(transaction);
        result.catch(() => {});
        return this.step(() => disk.transact(mode, (begun) => begin(begun, result)), inOrder);
      };
    return { read: run('read'), write: run('write'), writeDurably: run('writeDurably') };
  }
}

/** As in a browser, the work of a transaction starts at once, and gets its first answer when the others before it are through. */
function waitingForItsTurn() {
  let resolve: (transaction: Transaction) => void = () => {};
  const turn = new Promise<Transaction>((begin) => {
    resolve = begin;
  });
  const transaction: Transaction = {
    get: async (store, key) => (await turn).get(store, key),
    all: async (store) => (await turn).all(store),
    put: async (store, record, key) => (await turn).put(store, record, key),
    log: async (after, count, owner) => (await turn).log(after, count, owner),
    delete: async (store, key) => (await turn).delete(store, key),
    deleteNamed: async (beginning) => (await turn).deleteNamed(beginning),
  };
  const begin = <T>(begun: Transaction, result: Promise<T>): Promise<T> => {
    resolve(begun);
    return result;
  };
  return { transaction, begin };
}

type Plan = (world: Stage['world'], life: Mortal, work: () => void | Promise<void>) => void;
interface Order {
  readonly begin: Plan;
  readonly end: Plan;
}

const anyTime: Plan = (world, life, work) => world.soon(life, work);
const freely: Order = { begin: anyTime, end: anyTime };

/** Transactions of one connection neither overtake one another nor end in another order. */
function lane(): Plan {
  const queue: (() => void | Promise<void>)[] = [];
  return (world, life, work) => {
    queue.push(work);
    world.soon(life, () => queue.shift()?.());
  };
}
