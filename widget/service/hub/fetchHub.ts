import type { Answer } from '../../contract/failure.ts';
import { failure, success } from '../../contract/failure.ts';
import { limits } from '../../contract/limits.ts';
import type { HubReply, HubRequest } from '../surroundings.ts';

/**
 * A `Transport` for places whose own origin may be seen. What the hub publishes the browser keeps, and asks with the hub's mark
 * (`ETag`) whether it is still the same.
 */
export function fetchHub(request: HubRequest): Promise<Answer<HubReply>> {
  return fetchPlainly(request, request.method === 'GET' ? 'no-cache' : 'no-store');
}

/**
 * The same for other places than the hub. They could give every browser a mark of its own and so know it again: nothing of what
 * they answer is kept, and nothing of it told them.
 */
export function fetchElsewhere(request: HubRequest): Promise<Answer<HubReply>> {
  return fetchPlainly(request, 'no-store');
}

/** The one fetch: no cookie, no referrer, no redirect followed, and a time limit that covers the body too. Never throws. */
async function fetchPlainly(request: HubRequest, cache: RequestCache): Promise<Answer<HubReply>> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), request.timeout);
  try {
    const response = await fetch(request.url, {
      method: request.method,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
      cache,
      signal: limit.signal,
      ...(request.body === undefined ? {} : { body: request.body, headers: { 'content-type': 'application/json' } }),
    });
    if (response.type === 'opaqueredirect') return failure('not-a-hub');
    const text = await readText(response.body);
    if (text === null) return failure('too-large');
    return success({ status: response.status, retryAfter: retryAfter(response.headers.get('retry-after')), text });
  } catch {
    return failure(limit.signal.aborted ? 'timeout' : 'offline');
  } finally {
    clearTimeout(timer);
    // Whatever is still on its way is not wanted any more.
    limit.abort();
  }
}

/** The body as text; null when it does not end within the limit. Holds no more than the limit at any time. */
async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > limits.answerBytes) return null;
    text += decoder.decode(value, { stream: true });
  }
}

/** Milliseconds to wait, from a number of seconds or an HTTP date. */
function retryAfter(header: string | null): number | null {
  if (header === null) return null;
  const wait = /^\s*\d+\s*$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(wait) ? Math.max(0, wait) : null;
}
