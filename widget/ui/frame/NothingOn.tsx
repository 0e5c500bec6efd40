import type { VNode } from 'preact';
import { laterTexts } from '../laterTexts.ts';
import { Empty } from '../shared/Empty.tsx';

/** In place of the tabs, where every feature that this person could have is switched off. */
export function NothingOn(): VNode {
  const t = laterTexts.frame;
  return <Empty icon="inbox" title={t.nothingOn} text={t.nothingOnText} />;
}
