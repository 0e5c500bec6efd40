import { useEffect, useRef, useState } from 'preact/hooks';
import type { Call, LogEntry } from '../../contract/calls.ts';
import type { FailureCode } from '../../contract/failure.ts';

/** A search goes on until it has so many, or there are no more. */
const ENOUGH = 50;

interface Found {
  readonly entries: readonly LogEntry[];
  /** Where the older ones begin; null when there are none. */
  readonly next: string | null;
  readonly failure: FailureCode | null;
  /** Still looking. */
  readonly busy: boolean;
}

export interface Log extends Found {
  /** Shows only what holds these words. */
  readonly search: (words: string) => void;
  readonly older: () => void;
  /** Looks again, as after a change. */
  readonly refresh: () => Promise<void>;
}

/** What left the browser, newest first. */
export function useLog(call: Call): Log {
  const [found, show] = useState<Found>({ entries: [], next: null, failure: null, busy: true });
  const state = useRef({ words: '', turn: 0 }).current;

  async function look(before: readonly LogEntry[], start: string | null): Promise<void> {
    state.turn += 1;
    const { turn, words } = state;
    const entries = [...before];
    let from = start;
    do {
      const answer = await call('log', { words, from });
      // What was looked for meanwhile is shown instead.
      if (turn !== state.turn) return;
      if (!answer.ok) return show({ entries, next: null, failure: answer.failure, busy: false });
      entries.push(...answer.value.entries);
      from = answer.value.next;
      show({ entries: [...entries], next: from, failure: null, busy: from !== null });
    } while (from !== null && entries.length < before.length + ENOUGH);
    show({ entries, next: from, failure: null, busy: false });
  }

  const refresh = () => look([], null);
  useEffect(() => {
    refresh();
  }, []);

  return {
    ...found,
    refresh,
    search: (words) => {
      state.words = words;
      refresh();
    },
    older: () => look(found.entries, found.next),
  };
}
