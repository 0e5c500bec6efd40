import type { VNode } from 'preact';
import { Icon } from '../shared/Icon.tsx';
import { LaterIcon } from '../shared/LaterIcon.tsx';

/** Waiting, sending, refused or delivered, for the eye; the words stand beside it. */
export function StateIcon({ state }: { state: 'waiting' | 'sending' | 'refused' | 'delivered' }): VNode {
  if (state === 'sending') return <span class="spinner" />;
  return (
    <span class={`state ${state}`}>
      {state === 'refused' ? <Icon name="alert" /> : <LaterIcon name={state === 'waiting' ? 'clock' : 'done'} />}
    </span>
  );
}
