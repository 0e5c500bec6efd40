import { recommendationHandlers } from './recommendations/recommendations.ts';
import { settingsHandlers } from './settings/settings.ts';
import { submissionHandlers } from './submissions/submissions.ts';
import type { CrmReader, Surroundings } from './surroundings.ts';

/** The part of the service that is needed when the person goes beyond the news. */
export function createLaterService(surroundings: Surroundings, crm: CrmReader) {
  return {
    ...recommendationHandlers(surroundings, crm),
    ...submissionHandlers(surroundings, crm.page),
    ...settingsHandlers(surroundings, crm.page),
  };
}
export type LaterService = ReturnType<typeof createLaterService>;
