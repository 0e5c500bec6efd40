import { render } from 'preact';
import type { CallName, Input, Output, Service } from '../../../widget/contract/calls.ts';
import type { Answer } from '../../../widget/contract/failure.ts';
import { failure, success } from '../../../widget/contract/failure.ts';
import { News } from '../../../widget/ui/news/News.tsx';

type NewsAnswer = Answer<Output<'news'>>;

/** What the screen asked of the service, and what it told its frame, since it was mounted. */
export const heard: { calls: CallName[]; marked: string[]; unread: number[] } = { calls: [], marked: [], unread: [] };

/** Draws the news screen into the page's panel, with a service that gives one answer at first and one when asked again. */
export function mountNews(stored: NewsAnswer, fresh: NewsAnswer, version: string | null): void {
  Object.assign(heard, { calls: [], marked: [], unread: [] });
  const service: Partial<Service> = {
    news: async () => stored,
    refreshNews: async () => fresh,
    markRead: async ({ items }) => {
      heard.marked.push(...items);
      return success({});
    },
  };
  async function call<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>>> {
    heard.calls.push(name);
    const handler: Partial<Service>[N] = service[name];
    return handler ? handler(input) : failure('bad-call');
  }
  const panel = document.querySelector('.panel');
  if (!panel) throw new Error('The page has no panel.');
  render(null, panel);
  const news = <News call={call} version={version} onUnreadCount={(count) => heard.unread.push(count)} />;
  render(<div class="middle">{news}</div>, panel);
}
