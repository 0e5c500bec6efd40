import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { moreTexts } from '../moreTexts.ts';
import { AskOnce } from '../outbox/AskOnce.tsx';
import type { Actions } from '../outbox/actions.tsx';
import { useAct } from '../outbox/useAct.tsx';

/** Withdraws all that was sent for this CRM, and clears what the browser knows of it; says what still waits for that. */
export function Forget(props: { actions: Pick<Actions, 'call' | 'say'>; onForgotten: () => void }): VNode {
  const t = moreTexts.log;
  const { actions, onForgotten } = props;
  const { call, say } = actions;
  const { act, problem } = useAct();
  const [waiting, setWaiting] = useState<number | null>(null);
  const look = async () => {
    const answer = await call('forgetting', {});
    if (answer.ok) setWaiting(answer.value.waiting);
    return answer.ok ? answer.value.waiting : null;
  };
  useEffect(() => {
    look();
  }, []);
  return (
    <section class="question forget">
      <h3>{t.forget}</h3>
      <p class="soft">{t.forgetText}</p>
      {waiting === null ? (
        <AskOnce
          look="button small"
          label={t.forgetNow}
          question={t.reallyForget}
          yes={t.forgetYes}
          onYes={async () => {
            if (!(await act(call('forget', {})))) return;
            const left = await look();
            say(left === null ? t.forgotten : t.forgetting(left));
            onForgotten();
          }}
        />
      ) : (
        <p>{t.forgetting(waiting)}</p>
      )}
      {problem}
    </section>
  );
}
