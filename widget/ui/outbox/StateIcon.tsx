import type { VNode } from 'preact';
import { Icon } from '../shared/Icon.tsx';

/** Waiting, sending, refused or delivered, for the eye; the words stand beside it. */
export function StateIcon({ state }: { state: 'waiting' | 'sending' | 'refused' | 'delivered' }): VNode {
  if (state === 'sending') return <span class="spinner" />;
  return (
    <span class={`state ${state}`}>
      <Icon name={({ waiting: 'clock', refused: 'alert', delivered: 'done' } as const)[state]} />
    </span>
  );
}
