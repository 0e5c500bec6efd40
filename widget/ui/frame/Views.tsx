import type { VNode } from 'preact';
import type { Home } from '../home.ts';
import { laterTexts } from '../laterTexts.ts';
import type { Actions } from '../outbox/actions.tsx';
import { OutboxView } from '../outbox/OutboxView.tsx';
import type { Outbox } from '../outbox/useOutbox.ts';
import { texts } from '../texts.ts';
import type { Opened } from './crm.ts';
import { View } from './View.tsx';
import { WithMore } from './WithMore.tsx';

export type ViewName = 'outbox' | 'whatIsSent' | 'settings';

/** The screens that stand in front of the tabs. */
export function Views(props: {
  view: ViewName;
  home: Home;
  opened: Opened | null;
  outbox: Outbox;
  actions: Actions;
  onBack: () => void;
  onOpen: (view: ViewName) => void;
  onChange: () => void;
}): VNode {
  const { view, home, opened, outbox, actions, onBack } = props;
  const messages = laterTexts.outbox.messages(outbox.waiting.length + outbox.delivered.length);
  if (view === 'outbox')
    return (
      <View key={view} title={laterTexts.outbox.title} aside={messages} onBack={onBack}>
        <OutboxView outbox={outbox} actions={actions} />
      </View>
    );
  return (
    <View key={view} title={texts.frame[view]} onBack={onBack}>
      <WithMore home={home}>
        {(more) =>
          view === 'settings' && opened ? (
            <more.Settings
              home={home}
              opened={opened}
              messages={messages}
              onOutbox={() => props.onOpen('outbox')}
              onChange={props.onChange}
              say={actions.say}
            />
          ) : (
            <more.WhatIsSent />
          )
        }
      </WithMore>
    </View>
  );
}
