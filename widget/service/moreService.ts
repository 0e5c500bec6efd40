import { forgetHandlers } from './forget/forget.ts';
import { logHandlers } from './log/log.ts';
import { settingsHandlers } from './settings/settings.ts';
import type { CrmReader, Surroundings } from './surroundings.ts';

/** The part of the service that is needed now and then. */
export function createMoreService(surroundings: Surroundings, { page }: CrmReader) {
  return {
    ...settingsHandlers(surroundings, page),
    ...logHandlers(surroundings, page),
    ...forgetHandlers(surroundings, page),
  };
}
export type MoreService = ReturnType<typeof createMoreService>;
