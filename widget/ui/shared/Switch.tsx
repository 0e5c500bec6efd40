import type { VNode } from 'preact';

/** On or off, at once. Its name is what it switches. */
export function Switch(props: { label: string; on: boolean; onChange: (on: boolean) => void }): VNode {
  return (
    <button
      type="button"
      role="switch"
      class="switch"
      aria-label={props.label}
      aria-checked={props.on}
      onClick={() => props.onChange(!props.on)}
    />
  );
}
