import type { VNode } from 'preact';
import type { DeliveredMessage, WaitingMessage } from '../../contract/calls.ts';
import { receiptNumber } from '../../contract/receipt.ts';
import { laterTexts } from '../laterTexts.ts';
import { Empty } from '../shared/Empty.tsx';
import { moment } from '../shared/format.ts';
import { texts } from '../texts.ts';
import type { Actions } from './actions.tsx';
import { CopyButton, RetryButton } from './actions.tsx';
import { PendingActions, RefusedActions } from './messageActions.tsx';
import { StateIcon } from './StateIcon.tsx';
import type { Outbox } from './useOutbox.ts';
import { progress } from './wording.ts';

const order = { refused: 0, waiting: 1, sending: 2 };

/** Every message that is not delivered, worst first, and the receipts of those that are. */
export function OutboxView({ outbox, actions }: { outbox: Outbox; actions: Actions }): VNode {
  const t = laterTexts.outbox;
  const { waiting, delivered } = outbox;
  if (waiting.length + delivered.length === 0) return <Empty icon="inbox" title={t.none} />;
  return (
    <>
      <ul>
        {[...waiting]
          .sort((a, b) => order[a.state] - order[b.state])
          .map((message) => (
            <Waiting key={message.id} message={message} actions={actions} />
          ))}
      </ul>
      {delivered.length > 0 && (
        <>
          <div class="group">
            <h3 class="grow">{t.delivereds}</h3>
            <button
              type="button"
              class="link"
              onClick={async () => {
                await actions.call('clearDelivered', {});
                await actions.onChange();
              }}
            >
              {t.clear}
            </button>
          </div>
          <ul>
            {delivered.map((message) => (
              <Delivered key={message.id} message={message} say={actions.say} />
            ))}
          </ul>
        </>
      )}
      <p class="note meta">{t.note}</p>
    </>
  );
}

function Waiting({ message, actions }: { message: WaitingMessage; actions: Actions }): VNode {
  const { id, feature, createdAt, excerpt, state, detail } = message;
  return (
    <li class="message">
      <Head title={texts.features[feature]} time={createdAt} excerpt={excerpt} />
      <div class="actions">
        <StateIcon state={state} />
        <p class="grow">
          {laterTexts.outbox.states[state]}: {progress(message)}
          {detail && <q class="meta">{laterTexts.hubSays(detail)}</q>}
        </p>
        {state === 'waiting' && <RetryButton {...actions} />}
      </div>
      {state === 'refused' ? (
        <RefusedActions {...actions} id={id} look="link" />
      ) : (
        <PendingActions {...actions} id={id} />
      )}
    </li>
  );
}

function Delivered({ message, say }: { message: DeliveredMessage; say: (text: string) => void }): VNode {
  const { feature, deliveredAt, excerpt } = message;
  const number = receiptNumber(message.id);
  return (
    <li class="message">
      <Head title={texts.features[feature]} time={deliveredAt} excerpt={excerpt} />
      <div class="actions">
        <StateIcon state="delivered" />
        <p class="grow">
          {laterTexts.outbox.receipt} {number}
        </p>
        <CopyButton look="link" label={laterTexts.outbox.copyReceipt} text={async () => number} say={say} />
      </div>
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
