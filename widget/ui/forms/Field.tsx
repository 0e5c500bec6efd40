import type { ComponentChildren, VNode } from 'preact';
import { Icon } from '../shared/Icon.tsx';

/** What ties a control to its label, hint and error. */
export interface Tie {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string;
}

/** A control under its label, with what is wrong with it underneath. */
export function Field(props: {
  /** Told apart by it, it stands once on a screen. */
  name: string;
  label: string;
  hint?: string | undefined;
  error: string | null;
  control: (tie: Tie) => ComponentChildren;
}): VNode {
  const id = `field-${props.name}`;
  return (
    <div class="field">
      <label for={id}>
        {props.label} {props.hint && <span class="soft">{props.hint}</span>}
      </label>
      {props.control({ id, 'aria-invalid': props.error !== null, 'aria-describedby': `${id}-error` })}
      <p class="error" id={`${id}-error`}>
        {props.error && (
          <>
            <Icon name="alert" />
            {props.error}
          </>
        )}
      </p>
    </div>
  );
}
