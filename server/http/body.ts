import type { Context } from 'hono';
import type { Refusal } from './reply.ts';
import { refuse } from './reply.ts';
import { isModest } from './shape.ts';

const MOST_PARAMETERS = 20;

/** What came with a request, not yet parsed. */
export interface ReadInput {
  readonly value: unknown;
  /** The body as it came; empty with GET. */
  readonly bytes: Uint8Array;
}

/** Reads a JSON body: `application/json`, UTF-8, not compressed. Its length is limited before this is called. */
export async function readJson(c: Context): Promise<ReadInput | Refusal> {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return refuse('unsupported', 'The body must be application/json.');
  if (c.req.header('content-encoding')) return refuse('unsupported', 'The body must not be compressed.');
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  if (!isModest(bytes)) return refuse('bad-request', 'The body has more levels or values than any message.');
  try {
    // Strict: bytes that are no UTF-8 would otherwise be stored as replacement characters.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { value: JSON.parse(text), bytes };
  } catch {
    return refuse('bad-request', 'The body is not JSON in UTF-8.');
  }
}

/** Reads the query parameters; one that stands there twice is refused. */
export function readQuery(c: Context): ReadInput | Refusal {
  const { searchParams } = new URL(c.req.url);
  const names = [...searchParams.keys()];
  if (names.length > MOST_PARAMETERS) return refuse('bad-request', 'There are too many query parameters.');
  if (new Set(names).size < names.length) return refuse('bad-request', 'A query parameter stands there twice.');
  return { value: Object.fromEntries(searchParams), bytes: new Uint8Array() };
}
