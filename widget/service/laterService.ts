import { agreementHandlers } from './agreement/agreements.ts';
import { forgetHandlers } from './forget/forget.ts';
import { logHandlers } from './log/log.ts';
import { messageHandlers } from './outbox/messages.ts';
import { recommendationHandlers } from './recommendations/recommendations.ts';
import { submissionHandlers } from './submissions/submissions.ts';
import type { PageReader, Surroundings } from './surroundings.ts';

/** The part of the service that is needed when the person goes beyond the news. */
export function createLaterService(surroundings: Surroundings, page: PageReader) {
  return {
    ...recommendationHandlers(surroundings, page),
    ...submissionHandlers(surroundings, page),
    ...messageHandlers(surroundings, page),
    ...logHandlers(surroundings, page),
    ...forgetHandlers(surroundings, page),
    ...agreementHandlers(surroundings, page),
  };
}
export type LaterService = ReturnType<typeof createLaterService>;
