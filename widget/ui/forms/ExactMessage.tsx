import type { Ref, VNode } from 'preact';
import { laterTexts } from '../laterTexts.ts';
import { locale } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';

/** The message byte for byte; `text` is the element that holds it. */
export function ExactMessage(props: { message: string; text: Ref<HTMLPreElement> }): VNode {
  const bytes = new TextEncoder().encode(props.message).length;
  const size = bytes.toLocaleString(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
  return (
    <details>
      <summary>
        <Icon name="next" />
        <span class="grow">{laterTexts.disclosure.exact}</span>
        <span class="soft">{laterTexts.disclosure.size(size)}</span>
      </summary>
      <pre class="exact" dir="ltr" ref={props.text}>
        {props.message}
      </pre>
    </details>
  );
}
