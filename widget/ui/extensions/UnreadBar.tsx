import type { VNode } from 'preact';
import type { UnreadReason } from '../../contract/page.ts';
import { moreTexts } from '../moreTexts.ts';
import { Icon } from '../shared/Icon.tsx';
import { texts } from '../texts.ts';

/** Over the recommendations: why none of them is marked as installed. */
export function UnreadBar({ reason, onRetry }: { reason: UnreadReason; onRetry: () => void }): VNode {
  return (
    <div class="bar">
      <Icon name="alert" />
      <span class="grow">{moreTexts.extensions.unreadInstalled(reason)}</span>
      <button type="button" class="link" onClick={onRetry}>
        {texts.tryAgain}
      </button>
    </div>
  );
}
