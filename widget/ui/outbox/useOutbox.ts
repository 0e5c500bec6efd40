import { useEffect, useState } from 'preact/hooks';
import type { Call, DeliveredMessage, Output, WaitingMessage } from '../../contract/calls.ts';

/** Milliseconds between two looks while something is on its way. */
const PACE = 1000;

export interface Outbox {
  readonly waiting: readonly WaitingMessage[];
  readonly delivered: readonly DeliveredMessage[];
  readonly refresh: () => Promise<void>;
}

/** The outbox as it is now: looked at again every second while something is on its way and the panel can be seen. */
export function useOutbox(call: Call): Outbox {
  const [{ waiting, delivered }, set] = useState<Output<'outbox'>>({ waiting: [], delivered: [] });
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

  return { waiting, delivered, refresh };
}
