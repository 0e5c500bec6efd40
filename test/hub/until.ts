import { setTimeout } from 'node:timers/promises';

/** Waits until the condition holds; fails after `deadline` milliseconds, saying what was waited for. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, deadline = 30_000): Promise<void> {
  const end = Date.now() + deadline;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`Waited in vain until: ${what}`);
    await setTimeout(25);
  }
}
