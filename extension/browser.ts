import type { Runtime } from 'webextension-polyfill';
import polyfill from 'webextension-polyfill';

/** The browser's extension API with promises, the same in every browser. The only file that knows where
 * it comes from. */
export const browser = polyfill;

/** Who sent a message. */
export type MessageSender = Runtime.MessageSender;
