import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Crm } from '../frame/crm.ts';
import { moreTexts } from '../moreTexts.ts';
import { AskOnce } from '../outbox/AskOnce.tsx';
import type { Actions } from '../outbox/actions.tsx';
import { useAct } from '../outbox/useAct.tsx';
import { Empty } from '../shared/Empty.tsx';
import { texts } from '../texts.ts';
import { Entry } from './Entry.tsx';
import { exportLog } from './exportLog.ts';
import { Forget } from './Forget.tsx';
import { useLog } from './useLog.ts';

/** Everything that left this browser for the hub, to be looked through, taken along, withdrawn and deleted. */
export function LogView(props: { crm: Crm | null; actions: Actions; onForgotten: () => void }): VNode {
  const t = moreTexts.log;
  const { crm, actions } = props;
  const { call } = actions;
  const log = useLog(call);
  const { act, problem } = useAct();
  const [words, setWords] = useState('');
  const onChange = async () => {
    await log.refresh();
    await actions.onChange();
  };
  const nothing = log.entries.length === 0 && !log.busy;
  return (
    <div class="log">
      <search class="listbar">
        <p class="soft">{t.text}</p>
        <input
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          onInput={({ currentTarget: { value } }) => {
            setWords(value);
            log.search(value);
          }}
        />
      </search>
      {log.failure && <Empty icon="alert" title={texts.failures[log.failure]} />}
      {nothing && !log.failure && (
        <Empty icon="inbox" title={words ? t.notFound : t.none} text={words ? undefined : t.noneText} />
      )}
      <ul>
        {log.entries.map((entry) => (
          <Entry key={entry.key} entry={entry} actions={{ call, onChange }} />
        ))}
      </ul>
      <div class="note">
        {log.next !== null && (
          <button type="button" class="button small" disabled={log.busy} onClick={log.older}>
            {t.older}
          </button>
        )}
        {log.entries.length > 0 && (
          <AskOnce
            look="link danger end"
            label={t.remove}
            question={t.reallyRemove}
            yes={t.removeNow}
            beside={
              <button type="button" class="button small" onClick={() => act(exportLog(call))}>
                {t.export}
              </button>
            }
            onYes={async () => {
              await act(call('deleteLog', {}));
              await onChange();
            }}
          />
        )}
        {problem}
      </div>
      {crm && (
        <Forget
          actions={actions}
          onForgotten={async () => {
            await onChange();
            props.onForgotten();
          }}
        />
      )}
    </div>
  );
}
