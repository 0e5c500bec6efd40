import type { RelayFrame } from '../service/hub/relay.ts';

/** How long the frame may load, in milliseconds. */
const LOADING = 25_000;

/**
 * Opens a frame of opaque origin with the relay's script in it; resolves once it has loaded, whether or not the script
 * could be had. Rejects when it does not: the page may take it out, or the hub keep the script back.
 */
export function openRelayFrame(relay: string): Promise<RelayFrame> {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.sandbox.value = 'allow-scripts';
    frame.referrerPolicy = 'no-referrer';
    frame.style.setProperty('display', 'none', 'important');
    const script = document.createElement('script');
    script.src = relay;
    // From an opaque origin `crossorigin` costs no more than `Origin: null`, and it leaves the cookies at home. But a CRM's
    // own server, which serves what the vtiger module brought, allows nobody from elsewhere.
    if (new URL(relay).origin !== location.origin) script.crossOrigin = 'anonymous';
    script.referrerPolicy = 'no-referrer';
    frame.srcdoc = new XMLSerializer().serializeToString(script);
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
