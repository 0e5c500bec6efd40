import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Call } from '../../contract/calls.ts';
import { Empty } from '../shared/Empty.tsx';
import { moment } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { texts } from '../texts.ts';
import { concerns } from './arrange.ts';
import { List } from './List.tsx';
import type { News as Stored } from './useNews.ts';
import { useNews } from './useNews.ts';

/** The news screen. `version` is the CRM's, null where it is not known; `onUnreadCount` hears of every change. */
export function News(props: { call: Call; version: string | null; onUnreadCount: (count: number) => void }): VNode {
  const { version, onUnreadCount } = props;
  const news = useNews(props.call);
  const { items } = news;

  const unread = items?.filter((item) => concerns(item, version) && !news.read.has(item.id)).length ?? 0;
  useEffect(() => onUnreadCount(unread), [unread, onUnreadCount]);

  return (
    <div class="news">
      {items ? (
        <>
          <Problem news={news} />
          <List news={news} items={items} version={version} />
        </>
      ) : (
        <Nothing news={news} />
      )}
    </div>
  );
}

/** Why the list is not the newest, above the list that stays readable. */
function Problem({ news: { failure, fetchedAt, refresh } }: { news: Stored }): VNode | null {
  if (!failure) return null;
  return (
    <div class="bar" role="status">
      <Icon name={failure === 'offline' ? 'offline' : 'alert'} />
      <span class="grow">
        <b>{failure === 'offline' ? texts.offline.title : texts.failures[failure]}</b>{' '}
        {fetchedAt !== null && texts.offline.lastUpdated(moment(fetchedAt))}
      </span>
      <button type="button" class="link" onClick={refresh}>
        {texts.tryAgain}
      </button>
    </div>
  );
}

/** No list at all: not yet, not without the hub, or because what came is no feed. */
function Nothing({ news: { loading, notAFeed, failure, refresh } }: { news: Stored }): VNode {
  const t = texts.news;
  if (loading) {
    return (
      <div class="empty" role="status">
        <span class="spinner" />
        <p class="soft">{t.loading}</p>
      </div>
    );
  }
  if (notAFeed) {
    return <Empty icon="alert" title={t.notAFeed} text={t.notAFeedText} action={texts.tryAgain} onAction={refresh} />;
  }
  if (failure && failure !== 'offline') {
    return <Empty icon="alert" title={texts.failures[failure]} action={texts.tryAgain} onAction={refresh} />;
  }
  const title = failure ? texts.offline.title : t.none;
  const text = failure ? t.noCopy : t.noneText;
  return (
    <Empty icon={failure ? 'offline' : 'inbox'} title={title} text={text} action={texts.tryAgain} onAction={refresh} />
  );
}
