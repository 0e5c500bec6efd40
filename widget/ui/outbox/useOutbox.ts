import { useEffect, useState } from 'preact/hooks';
import type { Call, Output } from '../../contract/calls.ts';

/** Milliseconds between two looks while something is on its way. */
const PACE = 1000;

export interface Outbox extends Readonly<Output<'outbox'>> {
  readonly refresh: () => Promise<void>;
}

/** The outbox as it is now: looked at again every second while something is on its way and the panel can be seen. */
export function useOutbox(call: Call): Outbox {
  const [lists, set] = useState<Output<'outbox'>>({ waiting: [], delivered: [], withdrawn: [] });
  const onItsWay = lists.waiting.some(({ state }) => state !== 'refused');

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

  return { ...lists, refresh };
}
