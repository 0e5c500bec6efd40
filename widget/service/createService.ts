import type { Service } from '../contract/calls.ts';
import { createFirstService } from './firstService.ts';
import { createLaterService } from './laterService.ts';
import type { PageReader, Surroundings } from './surroundings.ts';

/** The service as one caller sees it, with the page that lies in front of that caller. Holds no state of its own. */
export function createService(surroundings: Surroundings, page: PageReader): Service {
  return { ...createFirstService(surroundings, page), ...createLaterService(surroundings, page) };
}
