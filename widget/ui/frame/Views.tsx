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

export type ViewName = 'outbox' | 'newsletter' | 'whatIsSent' | 'settings' | 'log';

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
  const messages = laterTexts.outbox.messages(
    outbox.waiting.length + outbox.delivered.length + outbox.withdrawn.length,
  );
  const openLog = () => props.onOpen('log');
  if (view === 'outbox')
    return (
      <View key={view} title={laterTexts.outbox.title} aside={messages} onBack={onBack}>
        <OutboxView outbox={outbox} actions={actions} onLog={openLog} />
      </View>
    );
  return (
    <View key={view} title={titleOf(view)} onBack={onBack}>
      <WithMore home={home}>
        {(more) =>
          view === 'log' ? (
            <more.LogView crm={opened?.crm ?? null} actions={actions} onForgotten={props.onChange} />
          ) : view === 'settings' && opened ? (
            <more.Settings
              home={home}
              opened={opened}
              messages={messages}
              onOutbox={() => props.onOpen('outbox')}
              onLog={openLog}
              onChange={props.onChange}
              say={actions.say}
            />
          ) : view === 'newsletter' ? (
            <more.Newsletter home={home} onSent={outbox.refresh} />
          ) : (
            <more.WhatIsSent onLog={openLog} />
          )
        }
      </WithMore>
    </View>
  );
}

function titleOf(view: Exclude<ViewName, 'outbox'>): string {
  if (view === 'newsletter') return texts.features.newsletter;
  return view === 'log' ? laterTexts.log : texts.frame[view];
}
