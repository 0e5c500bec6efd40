import { browser } from '../browser.ts';

/** Well below the 30 seconds after which a browser stops an idle background. */
const PULSE = 10_000;

/** Keeps the background from being stopped until the work is done: any call of the API counts as being busy. */
export async function keepAwake<T>(work: Promise<T>): Promise<T> {
  const pulse = setInterval(() => void browser.runtime.getPlatformInfo(), PULSE);
  try {
    return await work;
  } finally {
    clearInterval(pulse);
  }
}
