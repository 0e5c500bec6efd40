import { useEffect, useRef, useState } from 'preact/hooks';
import type { Call, DeliveredMessage, Output, WaitingMessage } from '../../contract/calls.ts';

/** A popup closes without a word: who opens it again this soon, in milliseconds, still finds the receipt in the strip. */
const RECENT = 10 * 60_000;
/** Milliseconds between two looks while something is on its way. */
const PACE = 1000;

export interface Outbox {
  readonly waiting: readonly WaitingMessage[];
  readonly delivered: readonly DeliveredMessage[];
  /** The delivered ones that the person was not told of. */
  readonly fresh: readonly DeliveredMessage[];
  readonly refresh: () => Promise<void>;
  /** The person has seen that these were delivered. */
  readonly acknowledge: () => void;
}

/** The outbox as it is now: looked at again every second while something is on its way and the panel can be seen. */
export function useOutbox(call: Call): Outbox {
  const [{ waiting, delivered }, set] = useState<Output<'outbox'>>({ waiting: [], delivered: [] });
  const [told, tell] = useState<readonly string[]>([]);
  const since = useRef(Date.now() - RECENT).current;
  const onItsWay = waiting.some(({ state }) => state !== 'refused');

  const refresh = async () => {
    const answer = await call('outbox', {});
    if (answer.ok) set(answer.value);
  };
  const look = () => {
    if (!document.hidden) refresh();
  };
  useEffect(() => {
    refresh();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  useEffect(() => {
    if (!onItsWay) return;
    const timer = setInterval(look, PACE);
    return () => clearInterval(timer);
  }, [onItsWay]);

  const fresh = delivered.filter(({ id, deliveredAt }) => deliveredAt > since && !told.includes(id));
  return { waiting, delivered, fresh, refresh, acknowledge: () => tell(delivered.map(({ id }) => id)) };
}
