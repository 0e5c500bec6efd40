import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Call } from '../../contract/calls.ts';
import { moreTexts } from '../moreTexts.ts';
import { Empty } from '../shared/Empty.tsx';
import { focusNow } from '../shared/focus.ts';
import { OfflineBar } from '../shared/OfflineBar.tsx';
import type { Recommendations } from './Extensions.tsx';
import { Installed, Recommended } from './items.tsx';
import { UnreadBar } from './UnreadBar.tsx';

/** The list, installed ones last. One dismissed here becomes a bar in its place, with the focus on Undo and no timer. */
export function ExtensionList(props: {
  call: Call;
  list: Recommendations;
  say: (text: string) => void;
  onRetry: () => void;
}): VNode {
  const t = moreTexts.extensions;
  const { call, list, say } = props;
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const [restored, setRestored] = useState('');
  const recommended = list.extensions.filter((extension) => !extension.installed && !extension.dismissed);
  const installed = list.extensions.filter((extension) => extension.installed);

  const dismiss = (id: string, name: string) => {
    call('dismiss', { extension: id });
    setDismissed([...dismissed, id]);
    say(`${name} ${t.dismissed}`);
  };
  const restore = (id: string) => {
    call('restore', { extension: id });
    setDismissed(dismissed.filter((other) => other !== id));
    setRestored(id);
  };

  return (
    <>
      {list.failure && <OfflineBar failure={list.failure} fetchedAt={list.fetchedAt} onRetry={props.onRetry} />}
      {list.unreadInstalled && <UnreadBar reason={list.unreadInstalled} onRetry={props.onRetry} />}
      <ul>
        {recommended.map(({ id, name, ...extension }) =>
          dismissed.includes(id) ? (
            <li key={`-${id}`} class="bar">
              <span class="grow">
                <b>{name}</b> {t.dismissed}
              </span>
              <button type="button" class="link" ref={focusNow} onClick={() => restore(id)}>
                {t.undo}
              </button>
            </li>
          ) : (
            <Recommended
              key={id}
              extension={{ id, name, ...extension }}
              focused={restored === id}
              onDismiss={() => dismiss(id, name)}
            />
          ),
        )}
      </ul>
      {installed.length > 0 && (
        <>
          <h3 class="group">{t.installedHere}</h3>
          <ul>
            {installed.map((extension) => (
              <Installed key={extension.id} extension={extension} />
            ))}
          </ul>
        </>
      )}
      {recommended.length + installed.length === 0 && <Empty icon="inbox" title={t.none} text={t.noneText} />}
    </>
  );
}
