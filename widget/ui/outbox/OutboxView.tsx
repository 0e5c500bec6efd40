import type { VNode } from 'preact';
import type { WaitingMessage } from '../../contract/calls.ts';
import { receiptNumber } from '../../contract/receipt.ts';
import { laterTexts } from '../laterTexts.ts';
import { Empty } from '../shared/Empty.tsx';
import { moment } from '../shared/format.ts';
import { texts } from '../texts.ts';
import type { Actions } from './actions.tsx';
import { CopyButton, RetryButton } from './actions.tsx';
import { PendingActions } from './messageActions.tsx';
import { Refused } from './Refused.tsx';
import { StateIcon } from './StateIcon.tsx';
import { useAct } from './useAct.tsx';
import type { Outbox } from './useOutbox.ts';
import { Withdraw } from './Withdraw.tsx';
import type { Tidings } from './wording.ts';
import { progress, timeOf } from './wording.ts';

const order = { refused: 0, waiting: 1, sending: 2 };

/** Everything that waits, worst first, and what was delivered or withdrawn lately. */
export function OutboxView(props: { outbox: Outbox; actions: Actions; onLog: () => void }): VNode {
  const t = laterTexts.outbox;
  const { outbox, actions, onLog } = props;
  const { waiting, delivered, withdrawn } = outbox;
  const { act, problem } = useAct();
  const done = [...delivered, ...withdrawn].sort((a, b) => timeOf(b) - timeOf(a));
  if (waiting.length + done.length === 0) return <Empty icon="inbox" title={t.none} action={t.log} onAction={onLog} />;
  return (
    <>
      <ul>
        {[...waiting]
          .sort((a, b) => order[a.state] - order[b.state])
          .map((message) => (
            <Waiting key={message.id} message={message} actions={actions} />
          ))}
      </ul>
      {done.length > 0 && (
        <>
          <div class="group">
            <h3 class="grow">{t.delivereds}</h3>
            {done.some(isCleared) && (
              <button
                type="button"
                class="link"
                onClick={async () => {
                  await act(actions.call('clearDelivered', {}));
                  await actions.onChange();
                }}
              >
                {t.clear}
              </button>
            )}
            {problem}
          </div>
          <ul>
            {done.map((message) => (
              <Done key={message.id} message={message} actions={actions} />
            ))}
          </ul>
        </>
      )}
      <p class="note meta">
        {t.note}{' '}
        <button type="button" class="link" onClick={onLog}>
          {t.log}
        </button>
      </p>
    </>
  );
}

/** A sign-up stays listed: it may be that it can be withdrawn nowhere else. */
function isCleared(message: Tidings['fresh'][number]): boolean {
  return message.feature !== 'newsletter' || !('receipt' in message);
}

function Waiting({ message, actions }: { message: WaitingMessage; actions: Actions }): VNode {
  const { id, kind, feature, createdAt, excerpt, state, detail } = message;
  const t = laterTexts.outbox;
  return (
    <li class="message">
      <Head title={texts.features[feature]} time={createdAt} excerpt={excerpt} />
      <div class="actions">
        <StateIcon state={state} />
        <p class="grow">
          {(kind === 'withdrawal' ? t.withdrawals : t.states)[state]}: {progress(message)}
          {detail && <q class="meta">{laterTexts.hubSays(detail)}</q>}
        </p>
        {state === 'waiting' && <RetryButton {...actions} />}
      </div>
      {state === 'refused' && <Refused message={message} actions={actions} look="link" />}
      {state !== 'refused' && kind === 'message' && <PendingActions {...actions} id={id} />}
    </li>
  );
}

function Done({ message, actions }: { message: Tidings['fresh'][number]; actions: Actions }): VNode {
  const t = laterTexts.outbox;
  const { id, feature, excerpt } = message;
  const number = receiptNumber(id);
  const delivered = 'receipt' in message;
  return (
    <li class="message">
      <Head title={texts.features[feature]} time={timeOf(message)} excerpt={excerpt} />
      <div class="actions">
        <StateIcon state="delivered" />
        <p class="grow">{delivered ? `${t.receipt} ${number}` : t.isWithdrawn}</p>
      </div>
      {delivered && (
        <Withdraw
          {...actions}
          id={id}
          look="link"
          beside={<CopyButton look="link" label={t.copyReceipt} text={async () => number} say={actions.say} />}
        />
      )}
    </li>
  );
}

function Head(props: { title: string; time: number; excerpt: string }): VNode {
  return (
    <>
      <div class="head">
        <h3>{props.title}</h3>
        <span class="meta">{moment(props.time)}</span>
      </div>
      <p class="soft excerpt" dir="auto">
        {props.excerpt}
      </p>
    </>
  );
}
