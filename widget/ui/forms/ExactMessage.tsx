import type { Ref, VNode } from 'preact';
import { locale } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { texts } from '../texts.ts';

/** The message byte for byte; `text` is the element that holds it. */
export function ExactMessage(props: { message: string; text: Ref<HTMLPreElement> }): VNode {
  const bytes = new TextEncoder().encode(props.message).length;
  const size = bytes.toLocaleString(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });
  return (
    <details>
      <summary>
        <Icon name="next" />
        <span class="grow">{texts.disclosure.exact}</span>
        <span class="soft">{texts.disclosure.size(size)}</span>
      </summary>
      <pre dir="ltr" ref={props.text}>
        {props.message}
      </pre>
    </details>
  );
}
