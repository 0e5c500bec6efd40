import { feedback, post, withdrawal } from '../hub/envelope.ts';
import type { SpawnedHub } from '../hub/spawned.ts';
import { listed, spawnHub } from '../hub/spawned.ts';

type Message = ReturnType<typeof feedback>;

/** What became of the messages that were sent to a hub that was killed over and over. */
export interface Kills {
  /** Messages that somebody wrote. */
  readonly written: number;
  /** Requests that left with one of them, again and again where no answer came. */
  readonly sent: number;
  /** Those for which a receipt came. */
  readonly acknowledged: number;
  /** Those of which a receipt came for their withdrawal. */
  readonly withdrawn: number;
  /** Rows of the hub. */
  readonly stored: number;
  /** Acknowledged, not withdrawn, and not there. */
  readonly lost: number;
  /** Rows beyond the first of an id. */
  readonly twice: number;
  /** Withdrawn, by receipt, and there. */
  readonly kept: number;
}

/**
 * Kills a hub so many times, each time at another moment of a burst, and starts it again on the same data. Like a browser, each of
 * so many clients keeps what got no receipt, and brings it again under the same id; every fifth message is withdrawn.
 */
export async function kills(variables: Record<string, string>, times: number, clients: number): Promise<Kills> {
  const waiting: { message: Message; withdraw: boolean }[] = [];
  const acknowledged = new Set<string>();
  const withdrawn = new Set<string>();
  let [written, sent] = [0, 0];

  /** Sends until the hub is gone, or, where nothing new is written, until nothing waits. */
  async function client(hub: SpawnedHub, next: () => (typeof waiting)[number] | undefined): Promise<void> {
    for (let item = next(); item !== undefined; item = next()) {
      sent += 1;
      const route = item.withdraw ? '/v1/withdrawals' : '/v1/feedback';
      const body = item.withdraw ? withdrawal(item.message) : item.message;
      try {
        const answer = await fetch(`${hub.url}${route}`, post(body));
        const { status } = answer;
        await answer.arrayBuffer();
        if (status !== 200 && status !== 201) throw new Error(`The hub answered ${status}.`);
      } catch (error) {
        waiting.push(item);
        if (error instanceof TypeError) return; // The hub is gone.
        throw error;
      }
      (item.withdraw ? withdrawn : acknowledged).add(item.message.id);
      if (!item.withdraw && acknowledged.size % 5 === 0) waiting.push({ message: item.message, withdraw: true });
    }
  }

  const writeNext = () => {
    const item = waiting.shift();
    if (item) return item;
    written += 1;
    return { message: feedback({ text: `Message ${written} of many. `.repeat(20) }), withdraw: false };
  };

  for (let time = 0; time < times; time += 1) {
    const hub = await spawnHub(variables);
    const end = acknowledged.size + 1 + Math.floor(Math.random() * 200);
    const next = () => {
      if (acknowledged.size >= end) hub.signal('SIGKILL');
      return writeNext();
    };
    await Promise.all(Array.from({ length: clients }, () => client(hub, next)));
    await hub.ended;
  }
  const hub = await spawnHub(variables);
  await Promise.all(Array.from({ length: clients }, () => client(hub, () => waiting.shift())));
  hub.signal('SIGTERM');
  await hub.ended;

  const rows = (await listed(variables)).map(({ id }) => id);
  const stored = new Set(rows);
  return {
    written,
    sent,
    acknowledged: acknowledged.size,
    withdrawn: withdrawn.size,
    stored: rows.length,
    lost: [...acknowledged].filter((id) => !withdrawn.has(id) && !stored.has(id)).length,
    twice: rows.length - stored.size,
    kept: [...withdrawn].filter((id) => stored.has(id)).length,
  };
}
