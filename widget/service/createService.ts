import type { Service } from '../contract/calls.ts';
import { createFirstService } from './firstService.ts';
import { createLaterService } from './laterService.ts';
import { createMoreService } from './moreService.ts';
import type { CrmReader, Surroundings } from './surroundings.ts';

/** The service as one caller sees it, with the CRM that lies in front of that caller. Holds no state of its own. */
export function createService(surroundings: Surroundings, crm: CrmReader): Service {
  return {
    ...createFirstService(surroundings, crm),
    ...createLaterService(surroundings, crm),
    ...createMoreService(surroundings, crm),
  };
}
