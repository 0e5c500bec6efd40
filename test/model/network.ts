import type { Answer } from '../../widget/contract/failure.ts';
import { failure } from '../../widget/contract/failure.ts';
import type { HubReply, HubRequest } from '../../widget/service/surroundings.ts';
import type { ModelHub } from './hub.ts';
import { reply } from './hub.ts';
import type { Mortal, World } from './world.ts';

/** What becomes of a request. */
interface Fate {
  /** Whether the hub gets it. */
  readonly arrives: boolean;
  /** What its sender hears; the hub's own answer unless it says otherwise. */
  readonly heard?: Answer<HubReply>;
  /** Milliseconds until the sender hears it; `limit`: as long as the sender waits. */
  readonly takes?: number | 'limit';
}

const SECOND = 1_000;
/** So long it may take, in milliseconds, until a sender that has the lease has sent. */
const MOMENT = 3 * SECOND;
const otherReceipt = { id: '0b6f2c1e-0000-4000-8000-000000000000', receivedAt: '2026-11-24T08:00:00.000Z' };
const otherWithdrawal = { id: otherReceipt.id, withdrawnAt: otherReceipt.receivedAt };
const ended = { error: { code: 'withdrawn', message: 'It was withdrawn.' } };

/** Every way in which a request can go. */
export const fates = {
  fine: { arrives: true },
  slow: { arrives: true, takes: 24 * SECOND },
  offline: { arrives: false, heard: failure('offline') },
  'time-out': { arrives: false, heard: failure('timeout'), takes: 'limit' },
  'time-out, though processed': { arrives: true, heard: failure('timeout'), takes: 'limit' },
  'reset, though processed': { arrives: true, heard: failure('offline') },
  '408': { arrives: false, heard: reply(408, '') },
  '425': { arrives: false, heard: reply(425, '') },
  '429': { arrives: false, heard: reply(429, '', 600 * SECOND) },
  '500': { arrives: false, heard: reply(500, { error: { code: 'internal', message: 'Oh.' } }) },
  '502 of a proxy, though processed': { arrives: true, heard: reply(502, '<html>') },
  '503 for a day': { arrives: false, heard: reply(503, '', 86_400 * SECOND) },
  '400': { arrives: false, heard: reply(400, { error: { code: 'bad-request', message: 'No.' } }) },
  '403 of a proxy': { arrives: false, heard: reply(403, '<html>') },
  '413': { arrives: false, heard: reply(413, '') },
  'a captive portal': { arrives: false, heard: reply(200, '<html>Log in') },
  'a receipt for another message': { arrives: false, heard: reply(201, otherReceipt) },
  'a word on the withdrawal of another message': { arrives: false, heard: reply(200, otherWithdrawal) },
  '410 of the hub, whose subscriber ended what this signed up for': { arrives: false, heard: reply(410, ended) },
  '410 of a proxy': { arrives: false, heard: reply(410, '<html>') },
  'a redirect': { arrives: false, heard: failure('not-a-hub') },
  'an endless answer': { arrives: true, heard: failure('too-large') },
} satisfies Record<string, Fate>;
export type FateName = keyof typeof fates;

/** A request whose sender waits for the answer. */
interface UnderWay {
  readonly sender: Mortal;
  readonly body: string | undefined;
  readonly begun: number;
}

/** Between the browser and the hub. What is on its way stays on its way, whatever becomes of its sender. */
export class Network {
  /** What becomes of the next requests; of those after them, nothing bad. */
  weather: FateName[] = [];
  /** Told of each request that leaves the browser, what becomes of it, and whether the same is under way already. */
  onRequest: (request: HubRequest, fate: FateName, again: boolean) => void = () => {};
  private readonly world: World;
  private readonly hub: ModelHub;
  private readonly underWay = new Set<UnderWay>();
  private disturbed = -MOMENT - 1;

  constructor(world: World, hub: ModelHub) {
    this.world = world;
    this.hub = hub;
  }

  send(sender: Mortal, request: HubRequest): Promise<Answer<HubReply>> {
    const { world, hub, underWay } = this;
    const name = this.weather.shift() ?? 'fine';
    const { arrives, heard, takes = 0 }: Fate = fates[name];
    this.onRequest(request, name, this.isUnderWay(request));
    const asked: UnderWay = { sender, body: request.body, begun: world.elapsed };
    underWay.add(asked);
    return new Promise((resolve) => {
      const answer = (words: Answer<HubReply>) =>
        world.after(sender, takes === 'limit' ? request.timeout : takes, () => {
          underWay.delete(asked);
          resolve(words);
        });
      if (!arrives) {
        answer(heard ?? failure('offline'));
        return;
      }
      // Of what a dead sender had under way, some gets through and some does not.
      const lucky = world.dice.below(3) > 0;
      world.soon(null, () => {
        if (!sender.alive && !lucky) return;
        const given = hub.receive(request);
        answer(heard ?? given);
      });
    });
  }

  /** The clock jumped, or the disk is full: whoever is sending now cannot but lose the lease. */
  disturb(): void {
    this.disturbed = this.world.elapsed;
  }

  private isUnderWay({ body }: HubRequest): boolean {
    return [...this.underWay].some(
      (asked) => asked.body === body && asked.sender.alive && asked.begun > this.disturbed + MOMENT,
    );
  }
}
