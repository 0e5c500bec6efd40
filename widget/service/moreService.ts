import { forgetHandlers } from './forget/forget.ts';
import { logHandlers } from './log/log.ts';
import { recommendationHandlers } from './recommendations/recommendations.ts';
import { settingsHandlers } from './settings/settings.ts';
import type { CrmReader, Surroundings } from './surroundings.ts';

/** The part of the service that is needed now and then. */
export function createMoreService(surroundings: Surroundings, crm: CrmReader) {
  return {
    ...recommendationHandlers(surroundings, crm),
    ...settingsHandlers(surroundings, crm.page),
    ...logHandlers(surroundings, crm.page),
    ...forgetHandlers(surroundings, crm.page),
  };
}
export type MoreService = ReturnType<typeof createMoreService>;
