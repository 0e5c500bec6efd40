import type { VNode } from 'preact';

const ring = 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z';

/** Lines on a square of 24. */
const paths = {
  alert: `${ring}M12 7v6M12 16.4v.1`,
  back: 'M15 5l-7 7 7 7',
  box: 'M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9',
  chart: 'M5 20V10M12 20V4M19 20v-7',
  check: 'M5 12.5l5 5L19 7',
  clock: `${ring}M12 7v5l3 2`,
  close: 'M6 6l12 12M18 6L6 18',
  document: 'M6 3h8l4 4v14H6zM9 13h6M9 17h6',
  done: `${ring}M8 12l3 3 5-6`,
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  inbox: 'M3 13l3-8h12l3 8v6H3zh5l2 3h4l2-3h5',
  link: 'M4 4h6v6H4zM14 14h6v6h-6zM10 7h4a3 3 0 0 1 3 3v4',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3',
  mail: 'M3 6h18v12H3zl9 8 9-8',
  next: 'M9 5l7 7-7 7',
  offline:
    'M3 3l18 18M2 8a16 16 0 0 1 5-3M11 4a16 16 0 0 1 11 4M5 12a11 11 0 0 1 4-2M15 10a11 11 0 0 1 4 2M9 16a5 5 0 0 1 6 0M12 20v.1',
  phone: 'M5 4h4l2 5-2 2a11 11 0 0 0 4 4l2-2 5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z',
  refresh: 'M20 11a8 8 0 1 0-2 6M20 4v7h-7',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z',
};

export type IconName = keyof typeof paths;

/** Decoration beside words, or within a button that has a name; those who listen do not hear of it. */
export function Icon({ name }: { name: IconName }): VNode {
  const turns = name === 'back' || name === 'next' ? 'mirror' : undefined;
  return (
    <svg
      class={turns}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linejoin="round"
      stroke-linecap="round"
      aria-hidden="true"
    >
      <path d={paths[name]} />
    </svg>
  );
}
