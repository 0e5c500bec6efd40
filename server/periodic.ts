import { errorLine } from './errorLine.ts';

/** Work that is done again and again. */
export interface Periodic {
  /** Takes no new turn, and waits for the one under way. */
  stop(): Promise<void>;
}

/** What is done: by what it is called for the operator, what it does. */
export type Tasks = Readonly<Record<string, (stop: AbortSignal) => Promise<void>>>;

/**
 * Does the tasks now, one after the other, and again so many milliseconds after each end. One that fails is told of, keeps no
 * other from its turn, and has its next.
 */
export function periodically(every: number, tasks: Tasks): Periodic {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let turn = take();

  async function take(): Promise<void> {
    for (const [what, work] of Object.entries(tasks)) {
      await work(stopping.signal).catch((error: unknown) => console.error(`${what} failed: ${errorLine(error)}`));
    }
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      turn = take();
    }, every);
  }
  return {
    stop: () => {
      stopping.abort();
      clearTimeout(timer);
      return turn;
    },
  };
}
