import { loadFrame } from '../../widget/service/hub/loadFrame.ts';
import type { RelayFrame } from '../../widget/service/hub/relay.ts';

/**
 * Opens relay.html as a sandboxed frame of the event page. Its origin is opaque, and so Firefox sends `Origin: null`
 * instead of the address that stands for this one browser profile. It loads its script all the same, and is bound by the
 * manifest's policy. Rejects when it does not load.
 */
export function openRelay(): Promise<RelayFrame> {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.src = 'relay.html';
  return loadFrame(frame);
}
