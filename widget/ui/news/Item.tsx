import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { clock, day, locale } from '../shared/format.ts';
import { Icon } from '../shared/Icon.tsx';
import { texts } from '../texts.ts';
import { isSecurity } from './arrange.ts';
import type { NewsItem } from './feed.ts';
import { drawn } from './render.tsx';
import { plainText } from './richText.ts';

/** Longest summary in a list, in characters. */
const SUMMARY = 300;
/** Longest word for a kind: feeds of others put all sorts of things there. */
const KIND = 30;

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > SUMMARY ? `${line.slice(0, SUMMARY)}…` : line;
}

function metadata(item: NewsItem, security: boolean): string {
  const t = texts.news;
  const ranges = item.affects.map((range) => t.versions(range.split('-').map((end) => end.trim())));
  const versions = new Intl.ListFormat(locale).format(ranges);
  const when = item.date === undefined ? '' : day(item.date);
  // Only what is still to come has an hour that matters.
  const hour = item.date !== undefined && item.date > Date.now() ? `, ${clock(item.date)}` : '';
  return [
    security ? '' : item.kinds.find((kind) => kind.length <= KIND),
    security && versions ? t.affects(versions) : versions,
    when + hour,
    item.from,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** One item of the list: unread, read, or opened in its place. */
export function Item(props: { item: NewsItem; unread: boolean; open: boolean; onToggle: () => void }): VNode {
  const { item, unread, open } = props;
  const t = texts.news;
  const summary = shortened(plainText(item.summary));
  const security = isSecurity(item);
  const text = useMemo(() => open && drawn(item.content), [open, item]);
  return (
    <li class="item" data-unread={unread} data-open={open}>
      <h3>
        <button type="button" aria-expanded={open} onClick={props.onToggle}>
          {unread && (
            <span class="dot">
              <span class="heard">{t.unread}</span>
            </span>
          )}
          <span class="grow">
            <bdi>{shortened(plainText(item.title)) || summary || t.untitled}</bdi>
          </span>
          {open && <Icon name="next" />}
        </button>
      </h3>
      {unread && !open && summary && (
        <p class="soft summary">
          <bdi>{summary}</bdi>
        </p>
      )}
      <p class="meta">
        {security && (
          <span class="tag danger">
            <Icon name="shield" />
            {t.security}
          </span>
        )}
        {metadata(item, security)}
      </p>
      {open && (
        <>
          <div class="text" dir="auto">
            {text}
          </div>
          {item.link && (
            <a class="link" href={item.link} target="_blank" rel="noopener noreferrer">
              {t.readOn}
              <Icon name="external" />
            </a>
          )}
        </>
      )}
    </li>
  );
}
