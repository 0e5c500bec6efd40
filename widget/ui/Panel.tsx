import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../contract/failure.ts';
import type { Opened } from './frame/crm.ts';
import { addressOf, describe } from './frame/crm.ts';
import { Features } from './frame/Features.tsx';
import { Footer } from './frame/Footer.tsx';
import { Header } from './frame/Header.tsx';
import { View } from './frame/View.tsx';
import type { Home } from './home.ts';
import { OutboxView } from './outbox/OutboxView.tsx';
import { Strip } from './outbox/Strip.tsx';
import { useOutbox } from './outbox/useOutbox.ts';
import { spoken } from './outbox/wording.ts';
import { Settings } from './settings/Settings.tsx';
import { WhatIsSent } from './settings/WhatIsSent.tsx';
import { Empty } from './shared/Empty.tsx';
import { afterDrawing, focusedIn } from './shared/focus.ts';
import { texts } from './texts.ts';
import { Connect } from './welcome/Connect.tsx';
import { FirstUse } from './welcome/FirstUse.tsx';

type ViewName = 'outbox' | 'whatIsSent' | 'settings';

/** Where the focus goes when it has no better place: back, the first field of a question, the open tab, the way on. */
const resting = ['.back', '.question [data-first]', '[aria-selected=true]', '.empty button'];

/** The whole panel: asks the service what there is to show, and shows a question, the features or a view before them. */
export function Panel({ home }: { home: Home }): VNode {
  const { call, surface, close } = home;
  const [answer, setAnswer] = useState<Answer<Opened> | null>(null);
  const [withoutHub, goWithoutHub] = useState(false);
  const [view, setView] = useState<ViewName | null>(null);
  const [feature, openFeature] = useState('');
  const [edits, setEdits] = useState(0);
  const [said, setSaid] = useState({ text: '', turn: 0 });
  const outbox = useOutbox(call);
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);

  const opened = answer?.ok ? answer.value : null;
  const crm = opened?.crm ?? null;
  const asksForHub = opened !== null && opened.hub === null && !withoutHub;
  const asksToShow = !asksForHub && opened?.launcher === 'unasked' && crm && home.showOnSite;
  const asks = asksForHub || asksToShow;

  const say = (text: string) => setSaid(({ turn }) => ({ text, turn: turn + 1 }));
  const keepFocus = () =>
    afterDrawing(() => {
      const focused = focusedIn(panel.current);
      if (focused && focused !== panel.current && panel.current?.contains(focused)) return;
      resting
        .map((place) => panel.current?.querySelector<HTMLElement>(place))
        .find((found) => found)
        ?.focus();
    });
  const reopen = async () => {
    setAnswer(await call('open', {}));
    keepFocus();
  };
  const show = (name: ViewName) => {
    opener.current = view ? opener.current : focusedIn(panel.current);
    setView(name);
  };
  const back = () => {
    setView(null);
    afterDrawing(() => opener.current?.focus());
    keepFocus();
  };
  const actions = {
    call,
    say,
    onChange: async () => {
      await outbox.refresh();
      keepFocus();
    },
    onEdit: () => {
      setView(null);
      openFeature('feedback');
      setEdits(edits + 1);
    },
  };

  useEffect(() => {
    panel.current?.focus();
    reopen();
  }, []);

  const messages = outbox.waiting.length + outbox.delivered.length;
  const refused = outbox.waiting.some(({ state }) => state === 'refused');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has a role, though which one depends on the surface
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both of its roles take a name
    <div
      class="panel"
      ref={panel}
      tabIndex={-1}
      lang={texts.language}
      dir={texts.direction}
      data-surface={surface}
      // Over the CRM it is opened by a button, takes the focus and gives it back: a dialog. The CRM stays usable beside it,
      // so it is not a modal one.
      role={surface === 'drawer' ? 'dialog' : 'main'}
      aria-label={texts.name}
      onKeyDown={(event) => {
        const leave = view ? back : close;
        if (event.key !== 'Escape' || event.isComposing || event.defaultPrevented || !leave) return;
        event.preventDefault();
        leave();
      }}
    >
      <Header where={!crm ? '' : asksToShow ? addressOf(crm.baseUrl) : describe(crm)} onClose={close} />
      <div class="body" hidden={view !== null}>
        {answer && !answer.ok && (
          <Empty
            icon="alert"
            title={texts.frame.notDrawn}
            text={texts.failures[answer.failure]}
            action={texts.tryAgain}
            onAction={reopen}
          />
        )}
        {asksForHub && (
          <Connect
            call={call}
            onConnected={reopen}
            onLater={() => {
              goWithoutHub(true);
              keepFocus();
            }}
          />
        )}
        {asksToShow && (
          <FirstUse
            baseUrl={crm.baseUrl}
            show={asksToShow}
            onShown={reopen}
            onToolbar={() => call('chooseLauncher', { baseUrl: crm.baseUrl, launcher: 'toolbar' }).then(reopen)}
          />
        )}
        {opened && !asks && (
          <Features
            call={call}
            opened={opened}
            open={feature}
            onOpen={openFeature}
            edits={edits}
            say={say}
            onSent={outbox.refresh}
          />
        )}
      </div>
      {view && (
        <View
          key={view}
          title={view === 'outbox' ? texts.outbox.title : texts.frame[view]}
          aside={view === 'outbox' ? texts.outbox.messages(messages) : ''}
          onBack={back}
        >
          {view === 'outbox' && <OutboxView outbox={outbox} actions={actions} />}
          {view === 'whatIsSent' && <WhatIsSent />}
          {view === 'settings' && opened && (
            <Settings
              home={home}
              opened={opened}
              messages={messages}
              onOutbox={() => show('outbox')}
              onChange={reopen}
              say={say}
            />
          )}
        </View>
      )}
      <div hidden={view === 'outbox'}>
        <Strip outbox={outbox} actions={actions} onOpen={() => show('outbox')} />
      </div>
      <Footer
        onWhatIsSent={() => show('whatIsSent')}
        onOpenInTab={asks ? undefined : home.openInTab}
        onSettings={opened && !asks ? () => show('settings') : undefined}
      />
      <p class="heard" role="status">
        {refused ? '' : spoken(outbox)}
      </p>
      <p class="heard" role="status">
        <span key={said.turn}>{said.text}</span>
      </p>
      <p class="heard" role="alert">
        {refused && spoken(outbox)}
      </p>
    </div>
  );
}
