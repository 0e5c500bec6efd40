import type { ComponentChildren, VNode } from 'preact';
import { Exact } from '../forms/Exact.tsx';
import { laterTexts } from '../laterTexts.ts';
import { AskOnce } from './AskOnce.tsx';
import type { Actions } from './actions.tsx';
import { useAct } from './useAct.tsx';

/** The words of what takes a message back. */
const words = {
  withdraw: { label: 'withdraw', question: 'reallyWithdraw', yes: 'withdrawNow' },
  remove: { label: 'remove', question: 'reallyRemove', yes: 'removeNow' },
} as const;

type OfMessage = Pick<Actions, 'call' | 'onChange'> & { id: string; look: string };

/** Takes a message back, from the hub too if it may have left; of one that was refused this is called to delete it. */
export function Withdraw(props: OfMessage & { as?: keyof typeof words; beside?: ComponentChildren }): VNode {
  const t = laterTexts.outbox;
  const { id, call, onChange, look, as = 'withdraw', beside } = props;
  const { label, question, yes } = words[as];
  const { act, problem } = useAct();
  const tellExactly = async () => {
    const withdrawal = await act(call('withdrawal', { id }));
    return withdrawal && <Exact name={t.told} text={withdrawal.message} />;
  };
  return (
    <>
      <AskOnce
        key={id}
        look={look}
        label={t[label]}
        question={t[question]}
        yes={t[yes]}
        beside={beside}
        detail={tellExactly}
        onYes={async () => {
          await act(call('withdraw', { id }));
          await onChange();
        }}
      />
      {problem}
    </>
  );
}

/** For a withdrawal that the hub does not take: once more, or not at all. */
export function RefusedWithdrawal({ id, look, call, onChange }: OfMessage): VNode {
  const t = laterTexts.outbox;
  const { act, problem } = useAct();
  const onClick = (name: 'withdraw' | 'leave') => async () => {
    await act<unknown>(call(name, { id }));
    await onChange();
  };
  return (
    <>
      <div class="actions">
        <button type="button" class={look} onClick={onClick('withdraw')}>
          {t.withdrawAgain}
        </button>
        <button type="button" class={look} onClick={onClick('leave')}>
          {t.leave}
        </button>
      </div>
      {problem}
    </>
  );
}
