import type { VNode } from 'preact';
import type { Call } from '../../contract/calls.ts';

/** The news screen. `version` is the CRM's, null where it is not known; `onUnreadCount` hears of every change. */
export function News(_props: { call: Call; version: string | null; onUnreadCount: (count: number) => void }): VNode {
  return <section />;
}
