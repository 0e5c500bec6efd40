import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks until the condition holds, and returns its value. Rejects after `deadline` milliseconds with what was waited for,
 * and with the condition's last error.
 */
export async function waitUntil<T>(
  condition: () => T | Promise<T>,
  what: string,
  deadline = 30_000,
): Promise<Exclude<T, false | null | undefined>> {
  const end = Date.now() + deadline;
  let cause: unknown;
  do {
    try {
      const value = await condition();
      if (holds(value)) return value;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    await pause(25);
  } while (Date.now() < end);
  throw new Error(`Waited ${deadline} ms in vain: ${what}`, { cause });
}

function holds<T>(value: T): value is Exclude<T, false | null | undefined> {
  return value !== false && value !== null && value !== undefined;
}
