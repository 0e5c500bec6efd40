import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type * as z from 'zod/mini';
import type { RouteName } from '../../widget/contract/routes.ts';
import { routes } from '../../widget/contract/routes.ts';
import { readJson, readQuery } from './body.ts';
import { parseOrExplain } from './explain.ts';
import { problemResponse } from './problem.ts';
import type { Reply } from './reply.ts';
import { refuse } from './reply.ts';

type Input<N extends RouteName> = z.infer<(typeof routes)[N]['input']>;
type Output<N extends RouteName> = (typeof routes)[N] extends { output: infer S extends z.ZodMiniType }
  ? z.infer<S>
  : string;

/** The contract's table, seen so that each route goes with its own handler. */
const table: {
  [N in RouteName]: { method: 'GET' | 'POST'; path: string; input: z.ZodMiniType<Input<N>>; largest?: number };
} = routes;

/** A request as a handler sees it: nothing of the connection. */
export interface Asked<I> {
  readonly input: I;
  /** The body as it came; empty with GET. */
  readonly bytes: Uint8Array;
  /** The address that was asked for. */
  readonly url: string;
}

/** A handler for each route of the contract. The feed's answer is its text. */
export type Handlers = {
  [N in RouteName]: (asked: Asked<Input<N>>) => Promise<Reply<Output<N>>>;
};

/** Puts every route of the contract on the app. */
export function walkRoutes(app: Hono, handlers: Handlers): void {
  for (const name of Object.keys(routes) as RouteName[]) {
    const { method, path, largest } = table[name];
    if (largest !== undefined) app.use(path, atMost(largest));
    app.on(method, path, (c) => serveRoute(c, name, handlers));
  }
}

function atMost(bytes: number) {
  return bodyLimit({
    maxSize: bytes,
    onError: (c) => problemResponse(c, refuse('too-large', `A message may have ${bytes / 1024} KB at most.`)),
  });
}

async function serveRoute<N extends RouteName>(c: Context, name: N, handlers: Handlers): Promise<Response> {
  const { method, input: schema } = table[name];
  const request = await (method === 'POST' ? readJson(c) : readQuery(c));
  if ('problem' in request) return problemResponse(c, request);
  const input = parseOrExplain(schema, request.value);
  if (!input.success) return problemResponse(c, refuse('bad-request', input.why));
  const reply = await handlers[name]({ input: input.data, bytes: request.bytes, url: c.req.url });
  if ('problem' in reply) return problemResponse(c, reply);

  c.header('Cache-Control', reply.maxAge === undefined ? 'no-store' : `public, max-age=${reply.maxAge}`);
  if (typeof reply.value !== 'string') return c.json(reply.value, reply.status);
  return c.body(reply.value, reply.status, { 'Content-Type': 'application/rss+xml; charset=utf-8' });
}
