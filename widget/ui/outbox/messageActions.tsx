import type { ComponentChildren, VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Failure } from '../../contract/failure.ts';
import { laterTexts } from '../laterTexts.ts';
import { afterDrawing, focusNow } from '../shared/focus.ts';
import { texts } from '../texts.ts';
import type { Actions } from './actions.tsx';
import { CopyButton } from './actions.tsx';

type OfMessage = Actions & { id: string };
/** `look` is the class of the buttons. */
type InLook = OfMessage & { look: string };

/** For a refused message: put it right, keep the text, or delete it. */
export function RefusedActions({ id, look, ...actions }: InLook): VNode {
  const { call, onChange, onEdit } = actions;
  const [failure, setFailure] = useState<Failure | null>(null);
  return (
    <>
      <Deletable id={id} {...actions}>
        <button
          type="button"
          class={look}
          onClick={async () => {
            const answer = await call('edit', { id });
            setFailure(answer.ok ? null : answer);
            if (!answer.ok) return;
            await onChange();
            onEdit();
          }}
        >
          {laterTexts.outbox.edit}
        </button>
        <CopyText id={id} look={look} {...actions} />
      </Deletable>
      {failure && (
        <p class="error" role="alert">
          {texts.failures[failure.failure]}
        </p>
      )}
    </>
  );
}

/** For a message that is on its way: keep the text, or delete it. */
export function PendingActions({ id, ...actions }: OfMessage): VNode {
  return (
    <Deletable id={id} {...actions}>
      <CopyText id={id} look="link" {...actions} />
    </Deletable>
  );
}

function CopyText({ id, look, call, say }: InLook): VNode {
  return (
    <CopyButton
      look={look}
      label={laterTexts.outbox.copyText}
      say={say}
      text={async () => {
        const answer = await call('written', { id });
        return answer.ok ? (answer.value.text ?? '') : '';
      }}
    />
  );
}

/** A row of buttons that ends in one which deletes the message, and asks once more. */
function Deletable({ id, call, onChange, children }: OfMessage & { children: ComponentChildren }): VNode {
  const t = laterTexts.outbox;
  const [asking, ask] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const keep = () => {
    ask(false);
    afterDrawing(() => opener.current?.focus());
  };
  if (asking)
    return (
      <fieldset
        class="actions"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          keep();
        }}
      >
        <legend>{t.reallyRemove}</legend>
        <button
          type="button"
          class="button small danger"
          onClick={async () => {
            await call('discard', { id });
            await onChange();
          }}
        >
          {t.removeNow}
        </button>
        <button type="button" class="button small" ref={focusNow} onClick={keep}>
          {t.keep}
        </button>
      </fieldset>
    );
  return (
    <div class="actions">
      {children}
      <button type="button" class="link danger end" ref={opener} onClick={() => ask(true)}>
        {t.remove}
      </button>
    </div>
  );
}
