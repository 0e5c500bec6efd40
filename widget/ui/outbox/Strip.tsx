import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { receiptNumber } from '../../contract/receipt.ts';
import { laterTexts } from '../laterTexts.ts';
import { Icon } from '../shared/Icon.tsx';
import { texts } from '../texts.ts';
import type { Actions } from './actions.tsx';
import { CopyButton, RetryButton } from './actions.tsx';
import { Refused } from './Refused.tsx';
import { StateIcon } from './StateIcon.tsx';
import type { Outbox } from './useOutbox.ts';
import { Withdraw } from './Withdraw.tsx';
import { headline, progress, spoken, timeOf } from './wording.ts';

/** A popup closes without a word: who opens it again this soon, in milliseconds, still finds the receipt. */
const RECENT = 10 * 60_000;

/** How it stands with what was sent; nothing when there is nothing to say. Its title opens the outbox. */
export function Strip({
  outbox,
  actions,
  onOpen,
}: {
  outbox: Outbox;
  actions: Actions;
  onOpen: () => void;
}): VNode | null {
  const t = laterTexts.outbox;
  const { waiting } = outbox;
  const all = [...outbox.withdrawn, ...outbox.delivered];
  const since = useRef(Date.now() - RECENT).current;
  const [told, tell] = useState<readonly string[]>([]);
  const fresh = all.filter((one) => timeOf(one) > since && !told.includes(one.id));
  const title = headline({ waiting, fresh });
  const worst = ['refused', 'sending', 'waiting'].find((state) => waiting.some((one) => one.state === state));
  const words = spoken({ waiting, fresh });
  useEffect(() => (worst === 'refused' ? actions.warn(words) : actions.say(words)), [words]);
  if (!title) return null;
  const several = waiting.length + fresh.length > 1;
  const [message] = waiting;
  const [last] = fresh;
  const state = (worst ?? 'delivered') as 'refused' | 'sending' | 'waiting' | 'delivered';
  return (
    <section class={`strip ${several ? '' : state}`} aria-label={t.title}>
      <StateIcon state={state} />
      <div class="grow">
        <button type="button" class="title" onClick={onOpen}>
          {title}
        </button>
        {!several && message && (
          <p class="meta">
            {progress(message)} {message.state === 'sending' && t.canClose}
            {message.state === 'refused' && message.kind === 'message' && t.textKept}
            {message.detail && <q>{laterTexts.hubSays(message.detail)}</q>}
          </p>
        )}
        {!several && message?.state === 'refused' && (
          <Refused message={message} actions={actions} look="button small" />
        )}
        {!several && last && (
          <p class="meta">
            {t.receipt} <b>{receiptNumber(last.id)}</b>
          </p>
        )}
        {!several && last && 'receipt' in last && (
          <Withdraw
            {...actions}
            id={last.id}
            look="button small"
            beside={
              <CopyButton
                look="button small"
                label={t.copyReceipt}
                text={async () => receiptNumber(last.id)}
                say={actions.say}
              />
            }
          />
        )}
      </div>
      {several && (
        <button type="button" class="link" onClick={onOpen}>
          {t.open}
        </button>
      )}
      {!several && state === 'waiting' && <RetryButton {...actions} />}
      {!several && state === 'delivered' && (
        <button
          type="button"
          class="icon"
          aria-label={texts.close}
          onClick={() => {
            tell(all.map(({ id }) => id));
            actions.onChange();
          }}
        >
          <Icon name="close" />
        </button>
      )}
    </section>
  );
}
