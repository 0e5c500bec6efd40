import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../contract/failure.ts';
import type { SubmissionFeature } from '../contract/policy.ts';
import type { Opened } from './frame/crm.ts';
import { addressOf, describe } from './frame/crm.ts';
import { Features } from './frame/Features.tsx';
import { Footer } from './frame/Footer.tsx';
import { Header } from './frame/Header.tsx';
import type { ViewName } from './frame/Views.tsx';
import type { Home } from './home.ts';
import { useOutbox } from './outbox/useOutbox.ts';
import { Empty } from './shared/Empty.tsx';
import { afterDrawing, focusedIn } from './shared/focus.ts';
import { texts } from './texts.ts';
import { useLater } from './useLater.ts';

/** Where the focus goes when it has no better place: back, the first field of a question, the open tab, the way on. */
const resting = '.back, .question [data-first], [aria-selected=true], .empty button';

/** The whole panel: asks the service what there is to show, and shows a question, the features or a view before them. */
export function Panel({ home }: { home: Home }): VNode {
  const { call, surface, close } = home;
  const [answer, setAnswer] = useState<Answer<Opened> | null>(null);
  const [withoutHub, goWithoutHub] = useState(false);
  const [view, setView] = useState<ViewName | null>(home.view ?? null);
  const [feature, openFeature] = useState(home.feature ?? '');
  const [edits, setEdits] = useState(0);
  const [said, setSaid] = useState({ text: '', role: 'status', turn: 0 });
  const outbox = useOutbox(call);
  const panel = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLElement | null>(null);

  const opened = answer?.ok ? answer.value : null;
  const crm = opened?.crm ?? null;
  // Where the CRM itself shows Noticeboard, it names the hub as well.
  const asksForHub = opened !== null && opened.hub === null && opened.launcher !== 'always' && !withoutHub;
  const asksToShow = !asksForHub && opened?.launcher === 'unasked' && crm && home.showOnSite !== undefined;
  const asks = asksForHub || asksToShow;
  const tells = outbox.waiting.length + outbox.delivered.length + outbox.withdrawn.length > 0;
  const goesOn = !crm || (feature || opened?.features[0]) !== 'news';
  const {
    part: later,
    failed,
    retry,
  } = useLater(home.later, tells || view !== null || (opened !== null && Boolean(asks || goesOn)));

  const tell = (role: string) => (text: string) => setSaid(({ turn }) => ({ text, role, turn: turn + 1 }));
  const keepFocus = () =>
    afterDrawing(() => {
      const focused = focusedIn(panel.current);
      if (focused && focused !== panel.current && panel.current?.contains(focused)) return;
      const places = panel.current?.querySelectorAll<HTMLElement>(resting) ?? [];
      [...places].find((place) => place.checkVisibility())?.focus();
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
    say: tell('status'),
    warn: tell('alert'),
    onChange: async () => {
      await outbox.refresh();
      keepFocus();
    },
    onEdit: (edited: SubmissionFeature) => {
      const isView = edited === 'newsletter';
      setView(isView ? edited : null);
      if (!isView) openFeature(edited);
      setEdits(edits + 1);
    },
  };

  useEffect(() => {
    panel.current?.focus();
    reopen();
  }, []);

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
      <div class="body" hidden={view !== null && later !== null}>
        {answer && !answer.ok && (
          <Empty
            icon="alert"
            title={texts.frame.notLoaded}
            text={texts.failures[answer.failure]}
            action={texts.tryAgain}
            onAction={reopen}
          />
        )}
        {later && asks && (
          <later.Question
            home={home}
            crm={asksForHub ? null : crm}
            onAnswer={reopen}
            onLater={() => {
              goWithoutHub(true);
              keepFocus();
            }}
          />
        )}
        {opened && !asks && (
          <Features
            home={home}
            later={later}
            opened={opened}
            open={feature}
            onOpen={openFeature}
            edits={edits}
            say={actions.say}
            onSent={outbox.refresh}
          />
        )}
      </div>
      {later && view && (
        <later.Views
          key={edits}
          view={view}
          home={home}
          opened={opened}
          outbox={outbox}
          actions={actions}
          onBack={back}
          onOpen={show}
          onChange={reopen}
        />
      )}
      {failed && (
        <div class="bar" role="alert">
          <span class="grow">{texts.frame.notLoaded}</span>
          <button type="button" class="link" onClick={retry}>
            {texts.tryAgain}
          </button>
        </div>
      )}
      <div hidden={view === 'outbox'}>
        {later && <later.Strip outbox={outbox} actions={actions} onOpen={() => show('outbox')} />}
      </div>
      <Footer
        onNewsletter={opened?.features.includes('newsletter') && !asksForHub ? () => show('newsletter') : undefined}
        onWhatIsSent={() => show('whatIsSent')}
        onOpenInTab={asks ? undefined : home.openInTab && (() => home.openInTab?.(feature))}
        onSettings={opened && !asks ? () => show('settings') : undefined}
      />
      {(['status', 'alert'] as const).map((role) => (
        <p key={role} class="heard" role={role}>
          {said.role === role && <span key={said.turn}>{said.text}</span>}
        </p>
      ))}
    </div>
  );
}
