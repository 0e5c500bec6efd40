import type { VNode } from 'preact';

/** The pin on its square. `extension/icons/mark.svg` is the same drawing. */
export function Mark(): VNode {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="5.2" />
      <path d="M8.2 3.3h7.6a1.2 1.2 0 0 1 1.2 1.2v.9a1.2 1.2 0 0 1-1.2 1.2h-.5l.5 4c2 .6 3.1 2 3.1 3.5 0 .4-.4.7-.8.7h-5l-.6 5.5a.5.5 0 0 1-1 0l-.6-5.5h-5c-.4 0-.8-.3-.8-.7 0-1.5 1.1-2.9 3.1-3.5l.5-4h-.5A1.2 1.2 0 0 1 7 5.4v-.9a1.2 1.2 0 0 1 1.2-1.2z" />
    </svg>
  );
}
