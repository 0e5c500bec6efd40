import type { VNode } from 'preact';
import type { Typed, WaitingMessage } from '../../contract/calls.ts';
import { laterTexts } from '../laterTexts.ts';
import { saveAsJson } from '../shared/saveAsJson.ts';
import type { Actions } from './actions.tsx';
import { CopyButton } from './actions.tsx';
import { exported } from './exported.ts';
import type { Act } from './useAct.tsx';
import { useAct } from './useAct.tsx';
import { Withdraw } from './Withdraw.tsx';

/** For a refused message: put it right, keep it elsewhere, or delete it. `look` is the class of the buttons. */
export function RefusedActions(props: Actions & { message: WaitingMessage; look: string }): VNode {
  const t = laterTexts.outbox;
  const { message, look, ...actions } = props;
  const { call, onChange, onEdit } = actions;
  const { id } = message;
  const { act, problem } = useAct();
  const edit = async () => {
    const edited = await act(call('edit', { id }));
    if (!edited) return;
    await onChange();
    onEdit(edited.feature);
  };
  const save = async () => {
    const written = await act(call('written', { id }));
    if (written) saveAsJson('noticeboard-message', exported(message, written));
  };
  return (
    <>
      {message.failure === 'conflict' && <p class="meta">{t.earlierIsThere}</p>}
      <Withdraw
        {...actions}
        id={id}
        as="remove"
        look="link danger end"
        beside={
          <>
            <button type="button" class={look} onClick={edit}>
              {t.edit}
            </button>
            <CopyText {...actions} id={id} look={look} act={act} />
            <button type="button" class={look} onClick={save}>
              {t.export}
            </button>
          </>
        }
      />
      {problem}
    </>
  );
}

/** For a message that is on its way: keep the text, or take it back. */
export function PendingActions({ id, ...actions }: Actions & { id: string }): VNode {
  const { act, problem } = useAct();
  return (
    <>
      <Withdraw {...actions} id={id} look="link" beside={<CopyText {...actions} id={id} look="link" act={act} />} />
      {problem}
    </>
  );
}

function CopyText(props: Pick<Actions, 'call' | 'say'> & Pick<Act, 'act'> & { id: string; look: string }): VNode {
  const { id, look, call, say, act } = props;
  const text = async () => {
    const written = await act(call('written', { id }));
    return written && wordsOf(written.typed);
  };
  return <CopyButton look={look} label={laterTexts.outbox.copyText} say={say} text={text} />;
}

/** What a person wrote, as one text: a newsletter's sign-up is an address alone. */
function wordsOf({ text, title, happened, expected, email }: Typed): string {
  return [text, title, happened, expected].filter(Boolean).join('\n\n') || (email ?? '');
}
