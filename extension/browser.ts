import type { Browser, Runtime } from 'webextension-polyfill';
import polyfill from 'webextension-polyfill';

/** The browser's extension API with promises, the same in every browser. The only file that knows where it comes from. */
export const browser = polyfill;

/** Who sent a message. */
export type MessageSender = Runtime.MessageSender;

/** The part of the native API, `chrome` in every browser, that the content script does with, for its size. */
export interface NativeApi {
  readonly runtime: Pick<Browser['runtime'], 'getURL'>;
  readonly storage: Pick<Browser['storage'], 'local' | 'onChanged'>;
}
