import type { VNode } from 'preact';

/** Lines on a square of 24, in the colour of the text; what points somewhere turns with the direction of reading. */
export function Drawing({ path, turns }: { path: string; turns?: boolean }): VNode {
  return (
    <svg
      class={turns ? 'mirror' : ''}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
