import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { Empty } from '../shared/Empty.tsx';
import { clock, day } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { texts } from '../texts.ts';
import { arrange } from './arrange.ts';
import type { NewsItem } from './feed.ts';
import { Item } from './Item.tsx';
import type { News } from './useNews.ts';
import { release } from './versions.ts';

function Chip(props: { on: boolean; onToggle: () => void; children: ComponentChildren }): VNode {
  return (
    <button type="button" class="chip" aria-pressed={props.on} onClick={props.onToggle}>
      {props.on && <Icon name="check" />}
      {props.children}
    </button>
  );
}

function updated(time: number): string {
  const today = new Date(time).toDateString() === new Date().toDateString();
  return texts.news.updated(today ? clock(time) : day(time));
}

/** The items in their two groups, below the filters. */
export function List(props: { news: News; items: readonly NewsItem[]; version: string | null }): VNode {
  const { news, items, version } = props;
  const t = texts.news;
  const [forVersion, setForVersion] = useState(true);
  const [security, setSecurity] = useState(false);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const filter = { version: forVersion ? version : null, security };
  const { fresh, earlier } = arrange(items, news.readBefore, filter, version);

  const toggle = (item: NewsItem) => {
    setOpen((before) => {
      const after = new Set(before);
      if (!after.delete(item.id)) after.add(item.id);
      return after;
    });
    news.markRead([item]);
  };
  const drawItem = (item: NewsItem) => (
    <Item
      key={item.id}
      item={item}
      unread={!news.read.has(item.id)}
      open={open.has(item.id)}
      onToggle={() => toggle(item)}
    />
  );
  return (
    <>
      <div class="listbar">
        {version !== null && (
          <Chip on={forVersion} onToggle={() => setForVersion(!forVersion)}>
            {t.forVersion(release(version))}
          </Chip>
        )}
        <Chip on={security} onToggle={() => setSecurity(!security)}>
          {t.securityOnly}
        </Chip>
        <span class="grow" />
        {!news.failure && (
          <>
            <span class="meta" role="status">
              {news.loading ? t.loading : news.fetchedAt !== null && updated(news.fetchedAt)}
            </span>
            <button type="button" class="icon refresh" aria-label={t.refresh} onClick={news.refresh}>
              {news.loading ? <span class="spinner" /> : <Icon name="refresh" />}
            </button>
          </>
        )}
      </div>
      {fresh.length > 0 && (
        <>
          <div class="group">
            <h2 class="grow">{t.fresh}</h2>
            {fresh.some(({ id }) => !news.read.has(id)) && (
              <button type="button" class="link" onClick={() => news.markRead(fresh)}>
                {t.markAllRead}
              </button>
            )}
          </div>
          <ul>{fresh.map(drawItem)}</ul>
        </>
      )}
      {earlier.length > 0 && (
        <>
          <div class="group">
            <h2 class="grow">{t.earlier}</h2>
          </div>
          <ul>{earlier.map(drawItem)}</ul>
        </>
      )}
      {fresh.length + earlier.length === 0 && (
        <NothingFits
          others={items.length}
          version={filter.version}
          security={security}
          onShowAll={() => {
            setForVersion(false);
            setSecurity(false);
          }}
          onRefresh={news.refresh}
        />
      )}
    </>
  );
}

function NothingFits(props: {
  others: number;
  version: string | null;
  security: boolean;
  onShowAll: () => void;
  onRefresh: () => void;
}): VNode {
  const { others, version, security, onShowAll } = props;
  const t = texts.news;
  if (others === 0) {
    return <Empty icon="inbox" title={t.none} text={t.noneText} action={texts.tryAgain} onAction={props.onRefresh} />;
  }
  if (security) {
    return (
      <Empty icon="inbox" title={t.noSecurity} text={t.otherNews(others)} action={t.showAll} onAction={onShowAll} />
    );
  }
  return (
    <Empty
      icon="inbox"
      title={t.nothingFor(release(version ?? ''))}
      text={t.otherVersions(others)}
      action={t.showAllVersions}
      onAction={onShowAll}
    />
  );
}
