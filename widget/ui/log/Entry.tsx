import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { LogEntry, Output } from '../../contract/calls.ts';
import type { Answer } from '../../contract/failure.ts';
import { receiptNumber } from '../../contract/receipt.ts';
import { ExactText } from '../forms/ExactText.tsx';
import { laterTexts } from '../laterTexts.ts';
import { moreTexts } from '../moreTexts.ts';
import type { Actions } from '../outbox/actions.tsx';
import { Withdraw } from '../outbox/Withdraw.tsx';
import { locale, moment } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { texts } from '../texts.ts';

const size = (bytes: number) => bytes.toLocaleString(locale, { style: 'unit', unit: 'byte', unitDisplay: 'long' });

/** A request that left. Opened, it shows every byte of it. */
export function Entry({ entry, actions }: { entry: LogEntry; actions: Pick<Actions, 'call' | 'onChange'> }): VNode {
  const t = moreTexts.log;
  const { key, purpose, at, url, method, bytes, answer, message, standing } = entry;
  const [sent, setSent] = useState<Answer<Output<'sentBody'>> | null>(null);
  const open = async () => {
    if (bytes > 0 && !sent) setSent(await actions.call('sentBody', { key }));
  };
  // Whatever was answered, it may be there; a message that is gone from here without a standing never left.
  const isOver = standing === null || standing === 'withdrawing' || standing === 'withdrawn';
  const withdrawable = purpose !== 'withdrawal' && !isOver;
  return (
    <li class="message">
      <details onToggle={open}>
        <summary>
          <Icon name="next" />
          <span class="grow">
            <b>{t.purposes[purpose]}</b>
            <span class="meta line">{outcomeOf(entry)}</span>
          </span>
          <span class="meta">{moment(at)}</span>
        </summary>
        <dl class="facts">
          <div>
            <dt>{t.address}</dt>
            <dd dir="ltr">
              {method} {url}
            </dd>
          </div>
          {message && standing !== 'refused' && (
            <div>
              <dt>{laterTexts.outbox.receipt}</dt>
              <dd dir="ltr">{receiptNumber(message)}</dd>
            </div>
          )}
        </dl>
        <p class="meta">{bytes === 0 ? t.noBody : t.body(size(bytes))}</p>
        {sent && <ExactText text={sent.ok ? sent.value.body : t.bodyGone} />}
        {answer && (
          <>
            <p class="meta">{t.answer}</p>
            <pre class="exact" dir="ltr">
              {answer}
            </pre>
          </>
        )}
        {message && withdrawable && <Withdraw {...actions} id={message} look="button small" />}
      </details>
    </li>
  );
}

/** What came of it: how it stands with its message, else what was answered. */
function outcomeOf({ purpose, standing, status, failure }: LogEntry): string {
  const t = moreTexts.log;
  const reply = failure ? texts.failures[failure] : status === null ? t.unanswered : t.answered(status);
  return standing && purpose !== 'withdrawal' ? `${t.standings[standing]} · ${reply}` : reply;
}
