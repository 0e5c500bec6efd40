import type { VNode } from 'preact';

/** The pin on its square. `extension/icons/mark.svg` is the same drawing. */
export function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 48 48" aria-hidden="true">
      <rect width="48" height="48" rx="10" />
      <path d="M17 7h14c3 0 3 6 0 6h-1l1 8c4 1 6 4 6 7 0 1-1 2-2 2h-9l-1 11c0 1-2 1-2 0l-1-11h-9c-1 0-2-1-2-2 0-3 2-6 6-7l1-8h-1c-3 0-3-6 0-6z" />
    </svg>
  );
}
