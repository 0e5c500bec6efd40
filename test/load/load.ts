import { Agent, request } from 'node:http';
import { feedback } from '../hub/envelope.ts';
import { residentBytes } from '../hub/memory.ts';
import type { SpawnedHub } from '../hub/spawned.ts';

/** What a run measured; times in milliseconds. */
export interface Load {
  readonly seconds: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
  /** Whatever was not a 201 at the first try. */
  readonly errors: readonly string[];
  /** Ids for which the hub gave a receipt. */
  readonly acknowledged: readonly string[];
  /** The most bytes that the hub held. */
  readonly memory: number;
}

/** Puts so many messages through a hub, so many at a time, each over a connection that is kept. */
export async function load(hub: SpawnedHub, count: number, atOnce: number): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const times: number[] = [];
  const errors: string[] = [];
  const acknowledged: string[] = [];
  let memory = 0;
  let left = count;
  const watch = setInterval(() => {
    memory = Math.max(memory, residentBytes(hub.pid));
  }, 500);
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (; left > 0; ) {
        left -= 1;
        const message = feedback({ text: 'The list forgets its filter when I come back. '.repeat(8) });
        const sent = performance.now();
        const status = await post(hub.url, JSON.stringify(message), agent);
        times.push(performance.now() - sent);
        if (status === '201') acknowledged.push(message.id);
        else errors.push(status);
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  clearInterval(watch);
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { seconds, p50: at(0.5), p95: at(0.95), p99: at(0.99), worst: at(1), errors, acknowledged, memory };
}

/** Status, or what went wrong. */
function post(url: string, body: string, agent: Agent): Promise<string> {
  return new Promise((resolve) => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
    const asked = request(`${url}/v1/feedback`, { method: 'POST', headers, agent, timeout: 60_000 }, (answer) => {
      answer.resume().on('end', () => resolve(String(answer.statusCode)));
    });
    asked.on('timeout', () => asked.destroy(new Error('no answer within a minute')));
    asked.on('error', (error) => resolve(error.message));
    asked.end(body);
  });
}
