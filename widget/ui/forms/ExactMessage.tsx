import type { Ref, VNode } from 'preact';
import { laterTexts } from '../laterTexts.ts';
import { fileSize } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { ExactText } from './ExactText.tsx';

/** The message byte for byte; `text` is the element that holds it. */
export function ExactMessage(props: { message: string; text: Ref<HTMLPreElement> }): VNode {
  const t = laterTexts.disclosure;
  const size = fileSize(new TextEncoder().encode(props.message).length);
  return (
    <details>
      <summary>
        <Icon name="next" />
        <span class="grow">{t.exact}</span>
        <span class="soft">
          {props.message.includes('"screenshot":"data:') ? t.sizeWithPicture(size) : t.size(size)}
        </span>
      </summary>
      <ExactText text={props.message} element={props.text} />
    </details>
  );
}
