import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { laterTexts } from '../laterTexts.ts';
import { afterDrawing, focusNow } from '../shared/focus.ts';

/** A button that asks once more before it acts; `beside` stands beside it until then, `detail` under the question. */
export function AskOnce(props: {
  look: string;
  label: string;
  question: string;
  yes: string;
  onYes: () => void;
  beside?: ComponentChildren;
  detail?: ComponentChildren;
}): VNode {
  const [asking, ask] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keep = () => {
    ask(false);
    afterDrawing(() => opener.current?.focus());
  };
  if (!asking)
    return (
      <div class="actions">
        {props.beside}
        <button type="button" class={props.look} ref={opener} onClick={() => ask(true)}>
          {props.label}
        </button>
      </div>
    );
  return (
    <fieldset
      class="actions"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        keep();
      }}
    >
      <legend>{props.question}</legend>
      <button type="button" class="button small danger" onClick={props.onYes}>
        {props.yes}
      </button>
      <button type="button" class="button small" ref={focusNow} onClick={keep}>
        {laterTexts.outbox.keep}
      </button>
      {props.detail}
    </fieldset>
  );
}
