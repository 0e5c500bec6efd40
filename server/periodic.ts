import { errorLine } from './errorLine.ts';

/** Work that is done again and again. */
export interface Periodic {
  /** Takes no new turn, and waits for the one under way. */
  stop(): Promise<void>;
}

/** Does the work now, and again so many milliseconds after each end. One that fails is told of, and has its next turn. */
export function periodically(what: string, every: number, work: (stop: AbortSignal) => Promise<void>): Periodic {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let turn = take();

  async function take(): Promise<void> {
    try {
      await work(stopping.signal);
    } catch (error) {
      console.error(`${what} failed: ${errorLine(error)}`);
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
