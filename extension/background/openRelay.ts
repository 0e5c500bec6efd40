import type { RelayFrame } from '../../widget/service/hub/relay.ts';

/**
 * Opens relay.html as a sandboxed frame of the event page. Its origin is opaque, and so Firefox sends `Origin: null`
 * instead of the address that stands for this one browser profile. It loads its script all the same, and is bound by the
 * manifest's policy.
 */
export function openRelay(): Promise<RelayFrame> {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.src = 'relay.html';
  return new Promise((resolve, reject) => {
    frame.onload = () => {
      if (frame.contentWindow) resolve({ window: frame.contentWindow, close: () => frame.remove() });
      else reject(new Error('The relay frame has no window.'));
    };
    document.documentElement.append(frame);
  });
}
