import type { ComponentChildren, VNode } from 'preact';
import { laterTexts } from '../laterTexts.ts';
import { LaterIcon } from '../shared/LaterIcon.tsx';

/**
 * One line of the settings: what it is, and its control. What an organisation has set stands there as a value with a lock,
 * and has no control.
 */
export function Setting(props: {
  label: string;
  /** The id of the control, where it has no name of its own. */
  control?: string;
  hint?: ComponentChildren;
  /** What is set, in words; shown where there is nothing to press. */
  value?: string | undefined;
  managed?: boolean;
  children?: ComponentChildren;
}): VNode {
  const { label, control, managed } = props;
  return (
    <div class="setting">
      <div class="grow">
        {control && !managed ? <label for={control}>{label}</label> : <span>{label}</span>}
        {managed ? (
          <p class="meta">
            <LaterIcon name="lock" />
            {laterTexts.sources.managed}
          </p>
        ) : (
          <p class="meta">{props.hint}</p>
        )}
      </div>
      {props.value !== undefined && <span class="value">{props.value}</span>}
      {!managed && props.children}
    </div>
  );
}
