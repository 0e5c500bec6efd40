import type { Ref, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { laterTexts } from '../laterTexts.ts';
import { CopyButton } from '../outbox/actions.tsx';

/** As many characters are laid out at once: a message with a picture has over a million, most of them out of sight. */
const PART = /.{1,8192}/gsu;

/** What travels, character for character; `element` is what holds it. */
export function ExactText({ text, element = null }: { text: string; element?: Ref<HTMLPreElement> }): VNode {
  const [said, say] = useState('');
  const parts = text.match(PART) ?? [];
  const isLong = parts.length > 1;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what does not fit is scrolled by keys too */}
      <pre class="exact" dir="ltr" tabIndex={0} ref={element}>
        {isLong ? parts.map((part, at) => <span key={at}>{part}</span>) : text}
      </pre>
      {isLong && (
        // Firefox copies of a selection only what was laid out.
        <>
          <CopyButton
            look="button small copy"
            label={laterTexts.disclosure.copyAll}
            text={async () => text}
            say={say}
          />
          <span class="heard" role="status">
            {said}
          </span>
        </>
      )}
    </>
  );
}
