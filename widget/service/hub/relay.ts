import * as z from 'zod/mini';
import type { Answer } from '../../contract/failure.ts';
import { failure, failureCodes, success } from '../../contract/failure.ts';
import { parse } from '../parse.ts';
import type { HubReply, HubRequest, Transport } from '../surroundings.ts';
import type { RelayMessage } from './relayMessage.ts';
import { TAKEN } from './relayMessage.ts';

/** A frame of opaque origin in which `serveRelay` has run, or should have. */
export interface RelayFrame {
  readonly window: Window;
  /** Takes the frame out of the document. */
  close(): void;
}

/** A frame that has not answered by then, in milliseconds, is not there any more. */
const SIGN_OF_LIFE = 5_000;
/** What a frame may take on top of the time limit that it holds itself, in milliseconds. */
const GRACE = 5_000;

const reply = z.object({
  value: z.optional(z.object({ status: z.number(), retryAfter: z.nullable(z.number()), text: z.string() })),
  failure: z.optional(z.enum(failureCodes)),
});

/**
 * A `Transport` through frames of opaque origin, which send `Origin: null`: for homes whose own origin would tell who
 * they are. One frame for each hub, opened on first use (`open` resolves once the frame is loaded) and anew when it
 * stops answering, be it that the page took it out.
 */
export function relayTransport(open: () => Promise<RelayFrame>): Transport {
  const frames = new Map<string, Promise<RelayFrame>>();
  return async (request) => {
    let hub = '';
    try {
      hub = new URL(request.url).origin;
      const opening = frames.get(hub) ?? open();
      frames.set(hub, opening);
      const frame = await opening;
      return await ask(frame.window, request, () => {
        frame.close();
        if (frames.get(hub) === opening) frames.delete(hub);
      });
    } catch {
      frames.delete(hub);
      return failure('offline');
    }
  };
}

function ask(frame: Window, request: HubRequest, onDeath: () => void): Promise<Answer<HubReply>> {
  const { port1, port2 } = new MessageChannel();
  let dead: ReturnType<typeof setTimeout> | undefined;
  let late: ReturnType<typeof setTimeout> | undefined;
  return new Promise<Answer<HubReply>>((resolve) => {
    dead = setTimeout(() => {
      onDeath();
      resolve(failure('offline'));
    }, SIGN_OF_LIFE);
    late = setTimeout(() => resolve(failure('timeout')), request.timeout + GRACE);
    port1.onmessage = ({ data }) => {
      clearTimeout(dead);
      if (data === TAKEN) return;
      const { value, failure: code } = parse(reply, data) ?? {};
      resolve(value ? success(value) : failure(code ?? 'internal'));
    };
    const message: RelayMessage = { noticeboardRelay: 1, request };
    // An opaque origin has no name that could be asked for.
    frame.postMessage(message, '*', [port2]);
  }).finally(() => {
    clearTimeout(dead);
    clearTimeout(late);
    port1.close();
  });
}
