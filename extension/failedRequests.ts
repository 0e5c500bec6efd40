import { failedRequests } from '../widget/crm/troubles/failedRequests.ts';

/** What this script, once injected, hands back. */
export const lines = failedRequests();
