import type { VNode } from 'preact';
import type { Home } from '../home.ts';
import { laterTexts } from '../laterTexts.ts';
import type { More } from '../more.ts';
import { Empty } from '../shared/Empty.tsx';
import { texts } from '../texts.ts';
import { useLater } from '../useLater.ts';

/** A screen made of the last part of the interface, which is loaded for it. */
export function WithMore({ home, children }: { home: Home; children: (more: More) => VNode }): VNode {
  const { part, failed, retry } = useLater(home.more, true);
  if (part) return children(part);
  if (!failed)
    return (
      <p class="note soft" role="status">
        {laterTexts.loading}
      </p>
    );
  return <Empty icon="alert" title={texts.frame.notLoaded} action={texts.tryAgain} onAction={retry} />;
}
