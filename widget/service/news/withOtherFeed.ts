import type { Output, Service } from '../../contract/calls.ts';
import type { Answer } from '../../contract/failure.ts';
import { success } from '../../contract/failure.ts';
import type { OtherFeed } from './otherFeed.ts';

/** The service of a home that may ask other hosts than the hub: as given, and with the feed that was added to the hub's. */
export function withOtherFeed(service: Service, otherFeed: OtherFeed): Service {
  const added = async (news: Answer<Output<'news'>>) => {
    const other = news.ok ? await otherFeed.show() : null;
    return news.ok && other ? success({ ...news.value, other }) : news;
  };
  return {
    ...service,
    async open(input) {
      const opened = await service.open(input);
      if (!opened.ok || !opened.value.features.includes('news')) return opened;
      return success({ ...opened.value, unseenNews: opened.value.unseenNews || (await otherFeed.isUnseen()) });
    },
    async news(input) {
      const news = await service.news(input);
      // Not waited for: what is kept of it is there with the hub's.
      if (news.ok) void otherFeed.refreshIfDue();
      return added(news);
    },
    async refreshNews(input) {
      const [news] = await Promise.all([service.refreshNews(input), otherFeed.refresh()]);
      return added(news);
    },
    async settings(input) {
      const settings = await service.settings(input);
      return settings.ok ? success({ ...settings.value, feedTried: await otherFeed.lastTry() }) : settings;
    },
    async changeSettings(changes) {
      const changed = await service.changeSettings(changes);
      if (changed.ok && changes.feed) await otherFeed.refresh();
      return changed;
    },
  };
}
