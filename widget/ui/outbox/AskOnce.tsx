import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { laterTexts } from '../laterTexts.ts';
import { afterDrawing, focusNow } from '../shared/focus.ts';

/** A button that asks once more before it acts; `beside` stands beside it until then. */
export function AskOnce(props: {
  look: string;
  label: string;
  question: string;
  yes: string;
  onYes: () => void;
  beside?: ComponentChildren;
  /** What stands under the question; where there is none, nothing is asked. */
  detail?: () => Promise<VNode | undefined>;
}): VNode {
  const [asking, ask] = useState(false);
  const [detail, setDetail] = useState<VNode>();
  const opener = useRef<HTMLButtonElement>(null);
  const keep = () => {
    ask(false);
    afterDrawing(() => opener.current?.focus());
  };
  const open = async () => {
    const told = await props.detail?.();
    setDetail(told);
    ask(!props.detail || told !== undefined);
  };
  if (!asking)
    return (
      <div class="actions">
        {props.beside}
        <button type="button" class={props.look} ref={opener} onClick={open}>
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
      {detail}
      <button type="button" class="button small danger" onClick={props.onYes}>
        {props.yes}
      </button>
      <button type="button" class="button small" ref={focusNow} onClick={keep}>
        {laterTexts.outbox.keep}
      </button>
    </fieldset>
  );
}
