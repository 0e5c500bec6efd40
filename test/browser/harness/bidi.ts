import type { Browser } from 'puppeteer-core';

/**
 * Sends Firefox a WebDriver BiDi command that puppeteer has no method for, such as one with `moz:scope`, and returns its
 * result. Rejects with the browser's error.
 */
export async function bidi(browser: Browser, method: string, parameters: object): Promise<unknown> {
  if (!isBidi(browser)) throw new Error('This browser is not driven over WebDriver BiDi.');
  return (await browser.connection.send(method, parameters)).result;
}

interface Connection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

function isBidi(browser: Browser): browser is Browser & { connection: Connection } {
  return 'connection' in browser && typeof browser.connection === 'object' && browser.connection !== null;
}
