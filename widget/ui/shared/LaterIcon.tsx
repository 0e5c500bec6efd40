import type { VNode } from 'preact';
import { Drawing } from './Drawing.tsx';

const ring = 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0z';

const paths = {
  box: 'M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9',
  chart: 'M5 20V10M12 20V4M19 20v-7',
  clock: `${ring}M12 7v5l3 2`,
  document: 'M6 3h8l4 4v14H6zM9 13h6M9 17h6',
  done: `${ring}M8 12l3 3 5-6`,
  link: 'M4 4h6v6H4zM14 14h6v6h-6zM10 7h4a3 3 0 0 1 3 3v4',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3',
  mail: 'M3 6h18v12H3zl9 8 9-8',
  phone: 'M5 4h4l2 5-2 2a11 11 0 0 0 4 4l2-2 5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z',
};

/** The icons of what is loaded later; the others stand in `Icon.tsx`. */
export function LaterIcon({ name }: { name: keyof typeof paths }): VNode {
  return <Drawing path={paths[name]} />;
}
