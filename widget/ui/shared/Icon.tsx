import type { VNode } from 'preact';
import { Drawing } from './Drawing.tsx';

const paths = {
  alert: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v6M12 16.4v.1',
  back: 'M15 5l-7 7 7 7',
  check: 'M5 12.5l5 5L19 7',
  close: 'M6 6l12 12M18 6L6 18',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  inbox: 'M3 13l3-8h12l3 8v6H3zh5l2 3h4l2-3h5',
  next: 'M9 5l7 7-7 7',
  offline: 'M3 3l18 18M2 9a15 15 0 0 1 20 0M6 13a9 9 0 0 1 12 0M10 17a3 3 0 0 1 4 0',
  refresh: 'M20 11a8 8 0 1 0-2 6M20 4v7h-7',
  shield: 'M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z',
};

export type IconName = keyof typeof paths;

/** Decoration beside words, or within a button that has a name; those who listen do not hear of it. */
export function Icon({ name }: { name: IconName }): VNode {
  return <Drawing path={paths[name]} turns={name === 'back' || name === 'next'} />;
}
