import { newsHandlers } from './news/news.ts';
import { outboxHandlers } from './outbox/outbox.ts';
import { panelHandlers } from './panel.ts';
import type { CrmReader, Surroundings } from './surroundings.ts';

/** The part of the service that opening the panel needs: its frame, the news, and what waits or arrived. */
export function createFirstService(surroundings: Surroundings, { page }: CrmReader) {
  return {
    ...panelHandlers(surroundings, page),
    ...newsHandlers(surroundings, page),
    ...outboxHandlers(surroundings, page),
  };
}
