import fc from 'fast-check';
import * as z from 'zod/mini';
import { problem } from '../../widget/contract/routes.ts';
import { residentBytes } from '../hub/memory.ts';
import type { SpawnedHub } from '../hub/spawned.ts';
import type { FuzzRequest, Operation } from './requests.ts';
import { requestTo } from './requests.ts';

/** What a run found. */
export interface FuzzReport {
  /** status → how many answers had it. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Requests whose answer was wrong, with what was wrong; the first few. */
  readonly wrong: readonly string[];
  /** Bytes that the hub held after each quarter of the requests. */
  readonly memory: readonly number[];
}

const AT_ONCE = 8;
/** No answer within so many milliseconds is a hang. */
const HANG = 30_000;

const description = z.object({
  paths: z.record(
    z.string(),
    z.record(z.string(), z.object({ parameters: z.optional(z.array(z.object({ name: z.string() }))) })),
  ),
});

/** Sends so many requests, made from the seed, to every operation of the hub's own description. */
export async function fuzz(hub: SpawnedHub, count: number, seed: number): Promise<FuzzReport> {
  const { paths } = description.parse(await (await fetch(`${hub.url}/openapi.json`)).json());
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]): Operation => {
      return { method: method.toUpperCase(), path, parameters: parameters.map(({ name }) => name) };
    }),
  );
  const statuses = new Map<number, number>();
  const wrong: string[] = [];
  const memory: number[] = [];
  for (let quarter = 0; quarter < 4; quarter += 1) {
    const requests = fc.sample(requestTo(operations), { numRuns: Math.ceil(count / 4), seed: seed + quarter });
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let request = requests.pop(); request !== undefined; request = requests.pop()) {
          const complaint = await send(hub.url, request, statuses);
          if (complaint && wrong.length < 20) wrong.push(complaint);
        }
      }),
    );
    memory.push(residentBytes(hub.pid));
  }
  return { statuses, wrong, memory };
}

/** Undefined when the answer is as it should be. */
async function send(url: string, request: FuzzRequest, statuses: Map<number, number>): Promise<string | undefined> {
  const { method, path, body, headers } = request;
  const about = (what: string) => `${method} ${path.slice(0, 200)} ${String(body).slice(0, 200)}: ${what}`;
  try {
    const answer = await fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', ...headers },
      body: body === undefined || method === 'HEAD' || method === 'OPTIONS' ? null : body,
      signal: AbortSignal.timeout(HANG),
      redirect: 'manual',
    });
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    const text = await answer.text();
    if (answer.status >= 500) return about(`${answer.status}`);
    if (/node_modules|\bat \S+ \(|\.ts:\d+/.test(text) && !path.startsWith('/openapi')) return about('a stack trace');
    // 431 is Node's own answer to a head that it does not read to its end.
    const refused = answer.status >= 400 && answer.status !== 431 && method !== 'HEAD' && path.startsWith('/v1/');
    if (refused && !z.safeParse(problem, JSON.parse(text)).success) return about(`no problem, but ${text}`);
    return undefined;
  } catch (error) {
    // A hub that refuses a large body may hang up while it is still being sent.
    const hungUp = error instanceof TypeError && body !== undefined && body.length > 100_000;
    return hungUp ? undefined : about(String(error));
  }
}
