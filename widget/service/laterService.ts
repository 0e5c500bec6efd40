import { agreementHandlers } from './agreement/agreements.ts';
import { messageHandlers } from './outbox/messages.ts';
import { submissionHandlers } from './submissions/submissions.ts';
import type { CrmReader, Surroundings } from './surroundings.ts';

/** The part of the service that is needed when the person goes beyond the news. */
export function createLaterService(surroundings: Surroundings, crm: CrmReader) {
  return {
    ...submissionHandlers(surroundings, crm),
    ...messageHandlers(surroundings, crm.page),
    ...agreementHandlers(surroundings, crm.page),
  };
}
export type LaterService = ReturnType<typeof createLaterService>;
