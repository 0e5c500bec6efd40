import type { RelayFrame } from '../../widget/service/hub/relay.ts';

/** How long the frame may load, in milliseconds. */
const LOADING = 25_000;

/**
 * Opens relay.html as a sandboxed frame of the event page. Its origin is opaque, and so Firefox sends `Origin: null`
 * instead of the address that stands for this one browser profile. It loads its script all the same, and is bound by the
 * manifest's policy. Rejects when it does not load.
 */
export function openRelay(): Promise<RelayFrame> {
  const frame = document.createElement('iframe');
  frame.sandbox.add('allow-scripts');
  frame.src = 'relay.html';
  return new Promise((resolve, reject) => {
    const close = () => frame.remove();
    const late = setTimeout(() => reject(close()), LOADING);
    frame.onload = () => {
      const { contentWindow } = frame;
      if (contentWindow === null) return;
      clearTimeout(late);
      resolve({ window: contentWindow, close });
    };
    document.documentElement.append(frame);
  });
}
