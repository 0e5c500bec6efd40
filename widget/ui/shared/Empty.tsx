import type { VNode } from 'preact';
import type { IconName } from './Icon.tsx';
import { Icon } from './Icon.tsx';

/** A screen without content: what is so, and one way on. */
export function Empty(props: {
  icon: IconName;
  title: string;
  text?: string | undefined;
  action?: string;
  onAction?: () => void;
}): VNode {
  return (
    <div class="empty">
      <Icon name={props.icon} />
      <h3>{props.title}</h3>
      {props.text && <p class="soft">{props.text}</p>}
      {props.action && (
        <button type="button" class="button" onClick={props.onAction}>
          {props.action}
        </button>
      )}
    </div>
  );
}
