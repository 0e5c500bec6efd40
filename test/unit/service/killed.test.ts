import assert from 'node:assert/strict';
import { test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import type { Answer } from '../../../widget/contract/failure.ts';
import { resume } from '../../../widget/service/outbox/delivery.ts';
import type { Database } from '../../../widget/service/storage/database.ts';
import { openDatabase } from '../../../widget/service/storage/database.ts';
import type { HubReply, HubRequest, Surroundings } from '../../../widget/service/surroundings.ts';
import type { Ask } from './home.ts';
import { asker, receiptFor, reply, TestClock, testHome, untilQuiet, valueIn } from './home.ts';

const HOUR = 3_600_000;
const feature = 'feedback';
const text = 'Every word counts';

/** A worker's life: so many awaits, and then not a single step more, as when a browser stops it. */
class Life {
  died = false;
  readonly death: Promise<void>;
  private end = () => {};
  private left: number;

  constructor(steps: number) {
    this.left = steps;
    this.death = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** Ends here when the time has come. */
  private step(): Promise<void> | undefined {
    if (this.died || this.left === 0) {
      this.died = true;
      this.end();
      return new Promise(() => {});
    }
    this.left -= 1;
    return undefined;
  }

  /** The same function, with a death possible before and after it. */
  readonly mortal =
    <A extends unknown[], T>(work: (...given: A) => Promise<T>) =>
    async (...given: A): Promise<T> => {
      await this.step();
      const done = await work(...given);
      await this.step();
      return done;
    };

  home(immortal: Surroundings): Surroundings {
    const { database } = immortal;
    const guarded: Database = {
      read: (work) => this.mortal(() => database.read(work))(),
      write: (work) => this.mortal(() => database.write(work))(),
      writeDurably: (work) => this.mortal(() => database.writeDurably(work))(),
    };
    return {
      ...immortal,
      database: guarded,
      transport: this.mortal(immortal.transport),
      hub: this.mortal(immortal.hub),
      wakeAt: this.mortal(immortal.wakeAt),
    };
  }
}

/** A hub that keeps what it is sent by its id, and may fail before or after it has. */
class Hub {
  readonly rows = new Map<string, string>();
  private readonly weather: ('fine' | 'lost before' | 'lost after' | 'busy')[];

  constructor(weather: ('fine' | 'lost before' | 'lost after' | 'busy')[]) {
    this.weather = [...weather];
  }

  readonly transport = async (request: HubRequest): Promise<Answer<HubReply>> => {
    const weather = this.weather.shift() ?? 'fine';
    if (weather === 'lost before') return { ok: false, failure: 'offline' };
    if (weather === 'busy') return reply(503, '');
    const { id } = JSON.parse(request.body ?? '') as { id: string };
    const known = this.rows.get(id);
    if (known !== undefined && known !== request.body) return reply(409, '');
    this.rows.set(id, request.body ?? '');
    return weather === 'lost after' ? { ok: false, failure: 'timeout' } : receiptFor(request);
  };
}

async function write(ask: Ask): Promise<Answer<unknown>> {
  const prepared = await ask('prepare', { feature, typed: { text }, switched: [] });
  return prepared.ok ? ask('send', { feature, message: prepared.value.message }) : prepared;
}

/** One story: a person sends a text, and every worker dies after so many steps, but the last. What stands in the end? */
async function story(lives: number[], weather: ('fine' | 'lost before' | 'lost after' | 'busy')[]) {
  const factory = new IDBFactory();
  const clock = new TestClock();
  const hub = new Hub(weather);
  const born = () => testHome({ database: openDatabase(factory), clock, transport: hub.transport });

  let accepted = false;
  for (const [index, steps] of lives.entries()) {
    const life = new Life(steps);
    const home = life.home(born());
    const work = index === 0 ? write(asker(home)).then(({ ok }) => (accepted = ok)) : resume(home);
    await Promise.race([life.death, work.then(() => untilQuiet(born().database))]);
    // Nobody waits for the dead: by then their lease has run out, and every back-off too.
    clock.time += HOUR;
  }

  const home = born();
  const ask = asker(home);
  const draft = valueIn(await ask('draft', { feature })).typed.text ?? '';
  const waiting = valueIn(await ask('outbox', {})).waiting.length + valueIn(await ask('outbox', {})).delivered.length;
  for (let i = 0; i <= weather.length; i++) {
    await resume(home);
    clock.time += HOUR;
  }
  return { accepted, draft, waiting, outbox: valueIn(await ask('outbox', {})), rows: [...hub.rows.values()] };
}

function check({ accepted, draft, waiting, outbox, rows }: Awaited<ReturnType<typeof story>>): void {
  if (accepted) assert.equal(waiting, 1, 'what was accepted is in the outbox or delivered');
  assert.ok(waiting <= 1, 'never twice');
  if (waiting === 1) {
    assert.equal(draft, '', 'what left the form does not stand in it');
    assert.deepEqual(outbox.waiting, []);
    assert.equal(outbox.delivered.length, 1);
    assert.equal(rows.length, 1, 'the hub has it once');
    assert.ok(rows[0]?.includes(text));
  } else {
    assert.deepEqual(rows, [], 'what was not accepted did not leave');
    assert.ok(draft === text || draft === '', 'a text is whole or was never stored');
  }
}

test('a worker that dies at any await loses nothing and doubles nothing', async () => {
  let deaths = 0;
  for (let steps = 0; ; steps++) {
    const end = await story([steps], []);
    check(end);
    if (end.accepted && end.rows.length === 1 && steps > 40) break;
    deaths += 1;
  }
  assert.ok(deaths > 10, `deaths tried: ${deaths}`);
});

test('workers that die again and again, in any weather, lose nothing and double nothing', async () => {
  const weather = fc.constantFrom('fine' as const, 'lost before' as const, 'lost after' as const, 'busy' as const);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 5 }),
      fc.array(weather, { maxLength: 5 }),
      async (lives, skies) => check(await story(lives, skies)),
    ),
    { numRuns: 150 },
  );
});
