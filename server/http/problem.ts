import type { Context } from 'hono';
import type { Problem } from '../../widget/contract/routes.ts';
import type { ProblemCode, Refusal } from './reply.ts';

const statuses = {
  'bad-request': 400,
  'not-yours': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  withdrawn: 410,
  'too-large': 413,
  unsupported: 415,
  'too-many': 429,
  busy: 503,
  internal: 500,
} as const satisfies Record<ProblemCode, number>;

/** Seconds after which a client may ask a busy hub again. */
const RETRY_AFTER = 10;

/** Refused before the body was read: what is left of it would stand before the next request on this connection. */
const unread: ReadonlySet<ProblemCode> = new Set(['too-large', 'unsupported', 'too-many', 'method-not-allowed']);

/** The response for a refusal: always JSON, never kept by a cache. */
export function problemResponse(c: Context, { problem, message, retryAfter }: Refusal): Response {
  const body: Problem = { error: { code: problem, message: message.slice(0, 500) } };
  c.header('Cache-Control', 'no-store');
  if (unread.has(problem)) c.header('Connection', 'close');
  const wait = problem === 'busy' ? RETRY_AFTER : retryAfter;
  if (wait !== undefined) c.header('Retry-After', String(wait));
  return c.json(body, statuses[problem]);
}
