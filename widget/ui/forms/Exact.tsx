import type { Ref, VNode } from 'preact';
import { Icon } from '../shared/Icon.tsx';
import { ExactText } from './ExactText.tsx';

/** What would travel, character for character, folded up under a name; `element` is what holds it. */
export function Exact(props: { name: string; text: string; size?: string; element?: Ref<HTMLPreElement> }): VNode {
  const { name, text, size, element = null } = props;
  return (
    <details>
      <summary>
        <Icon name="next" />
        <span class="grow">{name}</span>
        {size && <span class="soft">{size}</span>}
      </summary>
      <ExactText text={text} element={element} />
    </details>
  );
}
