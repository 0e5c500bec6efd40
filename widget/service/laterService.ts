import { recommendationHandlers } from './recommendations/recommendations.ts';
import { submissionHandlers } from './submissions/submissions.ts';
import type { PageReader, Surroundings } from './surroundings.ts';

/** The part of the service that is needed when the person goes beyond the news. */
export function createLaterService(surroundings: Surroundings, page: PageReader) {
  return {
    ...recommendationHandlers(surroundings, page),
    ...submissionHandlers(surroundings, page),
  };
}
export type LaterService = ReturnType<typeof createLaterService>;
