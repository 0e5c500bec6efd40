import type { Browser } from 'webextension-polyfill';

type Api = Pick<Browser, 'permissions' | 'runtime' | 'storage' | 'tabs'>;
declare const chrome: Api;

/**
 * The browser's own API for content script and panel, where every byte counts: under manifest 3 it returns promises in
 * every browser. What it lacks is a listener that answers by a promise, and so the background has `browser.ts`. Of `tabs`
 * and `permissions` Firefox gives a framed panel none.
 */
export const native: Api = chrome;
