import type { VNode } from 'preact';
import { Icon } from '../shared/Icon.tsx';
import { Mark } from '../shared/Mark.tsx';
import { texts } from '../texts.ts';

export function Header({ where, onClose }: { where: string; onClose: (() => void) | undefined }): VNode {
  return (
    <header class="header">
      <Mark />
      <h1>{texts.name}</h1>
      <span class="soft where">{where}</span>
      {onClose && (
        <button type="button" class="icon" aria-label={texts.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      )}
    </header>
  );
}
