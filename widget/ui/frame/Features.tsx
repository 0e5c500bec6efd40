import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Home } from '../home.ts';
import type { Later } from '../later.ts';
import { News } from '../news/News.tsx';
import { texts } from '../texts.ts';
import type { Opened } from './crm.ts';
import type { Tab } from './Tabs.tsx';
import { Tabs } from './Tabs.tsx';

/** A tab for each feature that this person has here. `edits` rises when a message was put back into its form. */
export function Features(props: {
  home: Home;
  later: Later | null;
  opened: Opened;
  open: string;
  onOpen: (feature: string) => void;
  edits: number;
  say: (text: string) => void;
  onSent: () => void;
}): VNode | null {
  const { home, later, opened, open } = props;
  const { call } = home;
  const { crm, sites } = opened;
  const [unread, setUnread] = useState(0);

  const news: Tab = {
    id: 'news',
    label: texts.features.news,
    badge: unread > 0 && (
      <>
        <span class="badge" aria-hidden="true">
          {unread > 9 ? '9+' : unread}
        </span>
        <span class="heard">{texts.frame.unread(unread)}</span>
      </>
    ),
    panel: () => <News call={call} version={crm?.version ?? null} onUnreadCount={setUnread} />,
  };
  const crms: Tab = {
    id: 'crms',
    label: texts.frame.crms,
    panel: () => later && <later.WithMore home={home}>{(more) => <more.YourCrms sites={sites} />}</later.WithMore>,
  };
  const extensions: Tab = {
    id: 'extensions',
    label: texts.features.extensions,
    panel: () =>
      later && <later.WithMore home={home}>{(more) => <more.Extensions home={home} say={props.say} />}</later.WithMore>,
  };
  const feedback: Tab = {
    id: 'feedback',
    label: texts.features.feedback,
    panel: () => later && <later.Feedback key={props.edits} home={home} onSent={props.onSent} />,
  };
  const report: Tab = {
    id: 'issue',
    label: texts.features.issue,
    panel: () =>
      later && (
        <later.WithMore key={props.edits} home={home}>
          {(more) => <more.Report home={home} onSent={props.onSent} />}
        </later.WithMore>
      ),
  };
  const forms = [feedback, report];
  const known = !crm ? [crms, news] : crm.administrator ? [news, extensions, ...forms] : [news, ...forms];
  const on = ['crms', ...opened.features];
  const tabs = known.filter(({ id }) => on.includes(id));
  const [first] = tabs;
  if (!first) return later && <later.NothingOn />;
  return <Tabs tabs={tabs} open={tabs.some(({ id }) => id === open) ? open : first.id} onOpen={props.onOpen} />;
}
