import type { HubRequest } from '../surroundings.ts';

/**
 * What passes between a page and its relay frame. Each request comes with a port of its own:
 *
 *     page → frame window   {noticeboardRelay: 1, request}   and a port
 *     frame → port          'taken'                          at once: the frame lives
 *     frame → port          Answer<HubReply>                 at the end
 */
export interface RelayMessage {
  readonly noticeboardRelay: 1;
  readonly request: HubRequest;
}

export const TAKEN = 'taken';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Whether a frame may act on it. Written by hand: the frame has no room for a schema library. */
export function isRelayMessage(value: unknown): value is RelayMessage {
  if (!isObject(value) || value.noticeboardRelay !== 1 || !isObject(value.request)) return false;
  const { url, method, body, timeout } = value.request;
  return (
    typeof url === 'string' &&
    (method === 'GET' || method === 'POST') &&
    (body === undefined || typeof body === 'string') &&
    typeof timeout === 'number'
  );
}
