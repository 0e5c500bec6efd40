import type { VNode } from 'preact';
import type { FailureCode } from '../../contract/failure.ts';
import { texts } from '../texts.ts';
import { moment } from './format.ts';
import { Icon } from './Icon.tsx';

/** Over a list that is kept from before: why there is nothing newer, and how old it is (milliseconds since 1970). */
export function OfflineBar(props: { failure: FailureCode; fetchedAt: number; onRetry: () => void }): VNode {
  const offline = props.failure === 'offline';
  return (
    <div class="bar">
      <Icon name={offline ? 'offline' : 'alert'} />
      <span class="grow">
        <b>{offline ? texts.offline.title : texts.failures[props.failure]}</b>{' '}
        {texts.offline.lastUpdated(moment(props.fetchedAt))}
      </span>
      <button type="button" class="link" onClick={props.onRetry}>
        {texts.tryAgain}
      </button>
    </div>
  );
}
