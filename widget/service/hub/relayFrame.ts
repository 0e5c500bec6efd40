import { failure } from '../../contract/failure.ts';
import { fetchHub } from './fetchHub.ts';
import { isRelayMessage, TAKEN } from './relayMessage.ts';

/**
 * The frame's side of the relay: runs the requests of the page that holds the frame, and of nobody else, and only to
 * the hub that the first of them went to. To be called by the frame's script before it has loaded.
 */
export function serveRelay(frame: Window): void {
  let hub: string | undefined;
  frame.addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source !== frame.parent || port === undefined || !isRelayMessage(event.data)) return;
    port.postMessage(TAKEN);
    const { request } = event.data;
    const origin = originOf(request.url);
    hub ??= origin;
    if (origin === undefined || origin !== hub) port.postMessage(failure('not-allowed'));
    else void fetchHub(request).then((answer) => port.postMessage(answer));
  });
}

function originOf(url: string): string | undefined {
  try {
    return new URL(url).origin;
  } catch {
    return undefined;
  }
}
