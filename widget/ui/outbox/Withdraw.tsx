import type { ComponentChildren, VNode } from 'preact';
import { laterTexts } from '../laterTexts.ts';
import { AskOnce } from './AskOnce.tsx';
import type { Actions } from './actions.tsx';

/** Takes a message back, from the hub too if it may have left. */
export function Withdraw(
  props: Pick<Actions, 'call' | 'onChange'> & { id: string; look: string; beside?: ComponentChildren },
): VNode {
  const t = laterTexts.outbox;
  const { id, call, onChange, look, beside } = props;
  return (
    <AskOnce
      look={look}
      label={t.withdraw}
      question={t.reallyWithdraw}
      yes={t.withdrawNow}
      beside={beside}
      onYes={async () => {
        await call('withdraw', { id });
        await onChange();
      }}
    />
  );
}

/** For a withdrawal that the hub does not take: once more, or not at all. */
export function RefusedWithdrawal({ id, look, call, onChange }: Parameters<typeof Withdraw>[0]): VNode {
  const t = laterTexts.outbox;
  const act = (name: 'withdraw' | 'discard') => async () => {
    await call(name, { id });
    await onChange();
  };
  return (
    <div class="actions">
      <button type="button" class={look} onClick={act('withdraw')}>
        {t.withdrawAgain}
      </button>
      <button type="button" class={look} onClick={act('discard')}>
        {t.leave}
      </button>
    </div>
  );
}
