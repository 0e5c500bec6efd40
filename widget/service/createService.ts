import type { Service } from '../contract/calls.ts';
import { newsHandlers } from './news/news.ts';
import { outboxHandlers } from './outbox/outbox.ts';
import { panelHandlers } from './panel.ts';
import { recommendationHandlers } from './recommendations/recommendations.ts';
import { submissionHandlers } from './submissions/submissions.ts';
import type { PageReader, Surroundings } from './surroundings.ts';

/** The service as one caller sees it, with the page that lies in front of that caller. Holds no state of its own. */
export function createService(surroundings: Surroundings, page: PageReader): Service {
  return {
    ...panelHandlers(surroundings, page),
    ...newsHandlers(surroundings, page),
    ...recommendationHandlers(surroundings, page),
    ...submissionHandlers(surroundings, page),
    ...outboxHandlers(surroundings, page),
  };
}
