import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Typed } from '../../contract/calls.ts';
import type { Failure } from '../../contract/failure.ts';
import { laterTexts } from '../laterTexts.ts';
import { texts } from '../texts.ts';
import { AskOnce } from './AskOnce.tsx';
import type { Actions } from './actions.tsx';
import { CopyButton } from './actions.tsx';
import { Withdraw } from './Withdraw.tsx';

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
            onEdit(answer.value.feature);
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

/** For a message that is on its way: keep the text, or take it back. */
export function PendingActions({ id, ...actions }: OfMessage): VNode {
  return <Withdraw {...actions} id={id} look="link" beside={<CopyText id={id} look="link" {...actions} />} />;
}

function CopyText({ id, look, call, say }: InLook): VNode {
  return (
    <CopyButton
      look={look}
      label={laterTexts.outbox.copyText}
      say={say}
      text={async () => {
        const answer = await call('written', { id });
        return answer.ok ? wordsOf(answer.value) : '';
      }}
    />
  );
}

/** A row of buttons that ends in one which deletes the message. */
function Deletable({ id, call, onChange, children }: OfMessage & { children: ComponentChildren }): VNode {
  const t = laterTexts.outbox;
  return (
    <AskOnce
      look="link danger end"
      label={t.remove}
      question={t.reallyRemove}
      yes={t.removeNow}
      beside={children}
      onYes={async () => {
        await call('discard', { id });
        await onChange();
      }}
    />
  );
}

/** What a person wrote, as one text: a newsletter's sign-up is an address alone. */
function wordsOf({ text, title, happened, expected, email }: Typed): string {
  return [text, title, happened, expected].filter(Boolean).join('\n\n') || (email ?? '');
}
