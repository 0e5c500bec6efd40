import type { RelayFrame } from './relay.ts';

/** How long a frame may load, in milliseconds. */
const LOADING = 25_000;

/** Puts the frame into the document, and resolves once it has loaded. Rejects, with the frame gone, when it does not. */
export function loadFrame(frame: HTMLIFrameElement): Promise<RelayFrame> {
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
