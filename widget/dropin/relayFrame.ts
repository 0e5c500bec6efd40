import { loadFrame } from '../service/hub/loadFrame.ts';
import type { RelayFrame } from '../service/hub/relay.ts';

/**
 * Opens a frame of opaque origin with the relay's script in it; resolves once it has loaded, whether or not the script
 * could be had. Rejects when it does not: the page may take it out, or the hub keep the script back.
 */
export async function openRelayFrame(relay: string): Promise<RelayFrame> {
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
  return loadFrame(frame);
}
