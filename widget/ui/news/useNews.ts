import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Call, Output } from '../../contract/calls.ts';
import type { Answer, FailureCode } from '../../contract/failure.ts';
import type { NewsItem } from './feed.ts';
import { readNews } from './readNews.ts';

export interface News {
  /** Null before the first answer, without a copy, and when the copy is no feed. */
  readonly items: readonly NewsItem[] | null;
  readonly notAFeed: boolean;
  readonly loading: boolean;
  readonly failure: FailureCode | null;
  readonly fetchedAt: number | null;
  readonly read: ReadonlySet<string>;
  /** What was read before the panel was opened. */
  readonly readBefore: ReadonlySet<string>;
  refresh(): void;
  markRead(items: readonly NewsItem[]): void;
}

/** The stored news and what was read of it; asks for it when first drawn. */
export function useNews(call: Call): News {
  const [stored, setStored] = useState<Output<'news'> | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [loading, setLoading] = useState(true);
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const readBefore = useRef<ReadonlySet<string>>(null);

  function take(answer: Answer<Output<'news'>>): void {
    setLoading(false);
    setFailure(answer.ok ? answer.value.failure : answer.failure);
    if (!answer.ok) return;
    readBefore.current ??= new Set(answer.value.read);
    setRead((known) => new Set([...known, ...answer.value.read]));
    setStored(answer.value);
  }

  useEffect(() => {
    call('news', {}).then(take);
  }, [call]);

  const reading = useMemo(() => readNews(stored ?? { feed: null }), [stored]);

  return {
    ...reading,
    loading,
    failure,
    fetchedAt: stored?.fetchedAt ?? null,
    read,
    readBefore: readBefore.current ?? read,
    refresh() {
      if (loading) return;
      setLoading(true);
      call('refreshNews', {}).then(take);
    },
    markRead(marked) {
      const ids = marked.map(({ id }) => id).filter((id) => !read.has(id));
      if (ids.length === 0) return;
      setRead((known) => new Set([...known, ...ids]));
      call('markRead', { items: ids });
    },
  };
}
