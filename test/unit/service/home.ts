import assert from 'node:assert/strict';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { CallName, Input, Output } from '../../../widget/contract/calls.ts';
import { factsQuery } from '../../../widget/contract/factsQuery.ts';
import type { Answer } from '../../../widget/contract/failure.ts';
import type { Page } from '../../../widget/contract/page.ts';
import type { Field } from '../../../widget/contract/policy.ts';
import { answer } from '../../../widget/service/answer.ts';
import { createService } from '../../../widget/service/createService.ts';
import type { Database } from '../../../widget/service/storage/database.ts';
import { openDatabase } from '../../../widget/service/storage/database.ts';
import type {
  CrmReader,
  HubReply,
  HubRequest,
  PageReader,
  SiteSummary,
  Surroundings,
} from '../../../widget/service/surroundings.ts';

globalThis.IDBKeyRange ??= IDBKeyRange;

/** A clock that stands still until it is set; its dice always show the same. */
export class TestClock {
  time = Date.UTC(2026, 10, 24);
  dice = 0.5;
  readonly now = () => this.time;
  readonly random = () => this.dice;
}

/** What a home noted down of what the service told it. */
export interface TestHome extends Surroundings {
  readonly clock: TestClock;
  userAgent: string;
  readonly wakes: number[];
  readonly waiting: boolean[];
  readonly unseen: boolean[];
  readonly chosen: { site: SiteSummary; launcher: string }[];
  address: string | null;
}

/** A home without a browser: fresh database, hub address set, and a network that is down, unless told otherwise. */
export function testHome(given: Partial<Surroundings> & { clock?: TestClock } = {}): TestHome {
  const home: TestHome = {
    address: 'https://hub.test',
    wakes: [],
    waiting: [],
    unseen: [],
    chosen: [],
    database: openDatabase(new IDBFactory()),
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
    transport: async () => ({ ok: false, failure: 'offline' }),
    sites: {
      list: async () => [],
      launcher: async () => 'unasked',
      choose: async (site, launcher) => {
        home.chosen.push({ site, launcher });
      },
    },
    shared: false,
    hub: async () => home.address,
    keepHub: async (hub) => {
      home.address = hub;
    },
    managed: async () => ({}),
    followSettings: async () => {},
    wakeAt: async (time) => {
      home.wakes.push(time);
    },
    keepAwake: (work) => work,
    showUnseenNews: async (unseen) => {
      home.unseen.push(unseen);
    },
    noteWaiting: (waiting) => {
      home.waiting.push(waiting);
    },
    ...given,
    clock: given.clock ?? new TestClock(),
  };
  return home;
}

/** A CRM page whose every fact was read. */
export const crm: Page = {
  baseUrl: 'http://crm.test/vtiger/',
  product: 'vtiger',
  version: { value: '8.4.0', source: 'footer' },
  company: { value: 'Acme', source: 'declared' },
  os: { value: 'Linux', source: 'declared' },
  industry: { value: 'Plumbing', source: 'declared' },
  installKey: { value: '1234567890123', source: 'declared' },
  administrator: { value: true, source: 'body' },
  userId: { value: '5', source: 'body' },
};

/** The same CRM as another of its users sees it. */
export const colleague: Page = { ...crm, userId: { value: '6', source: 'body' } };

/** A CRM that shows that page, and in which nothing is installed. */
export function readerOf(page: PageReader): CrmReader {
  return { page, extensions: async () => ({ ok: true, value: [] }), trouble: async () => [] };
}

/** Asks as an interface does: through the door, with copies as a message channel makes them. */
export function asker(surroundings: Surroundings, page: unknown = crm, more: Partial<CrmReader> = {}) {
  const service = createService(surroundings, { ...readerOf(async () => page), ...more });
  return async <N extends CallName>(call: N, input: Input<N>): Promise<Answer<Output<N>>> =>
    structuredClone((await answer(service, structuredClone({ call, input }))) as Answer<Output<N>>);
}
export type Ask = ReturnType<typeof asker>;

/** The value of an answer that has to be one. */
export function valueIn<T>(given: Answer<T>): T {
  assert.ok(given.ok, `an answer, not ${JSON.stringify(given)}`);
  return given.value;
}

/** Agrees to what the question for recommendations shows, with those facts switched off and no others. */
export async function agreeToFacts(ask: Ask, switchedOff: readonly Field[] = []) {
  const facts = await ask('recommendationFacts', {});
  if (!facts.ok) return facts;
  const rows = facts.value.rows.map((row) => ({
    ...row,
    sent: row.value !== null && !row.malformed && !switchedOff.includes(row.field),
  }));
  return ask('agreeToRecommendations', { rows, address: facts.value.address + factsQuery(rows) });
}

/** Writes a feedback and sends it; its id and the string that was previewed. */
export async function sendFeedback(ask: Ask, text: string): Promise<{ id: string; message: string }> {
  const { message } = valueIn(await ask('prepare', { feature: 'feedback', typed: { text }, switched: [] }));
  return { ...valueIn(await ask('send', { feature: 'feedback', message })), message };
}

/** Waits for a condition; fails after five seconds. */
export async function until(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!(await condition())) {
    assert.ok(Date.now() < deadline, `in time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Waits until nobody is sending. */
export async function untilQuiet(database: Database): Promise<void> {
  await until(async () => (await database.read((t) => t.get('values', 'lease'))) === undefined, 'nobody sends');
}

/** An answer of a hub. */
export function reply(status: number, body: unknown, retryAfter: number | null = null): Answer<HubReply> {
  return { ok: true, value: { status, retryAfter, text: typeof body === 'string' ? body : JSON.stringify(body) } };
}

/** What a hub answers that took the message. */
export function receiptFor(request: HubRequest): Answer<HubReply> {
  const { id } = JSON.parse(request.body ?? '') as { id: string };
  return reply(201, { id, receivedAt: '2026-11-24T08:00:00.000Z' });
}
