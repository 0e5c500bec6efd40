import { scriptErrors } from '../widget/crm/troubles/scriptErrors.ts';

/** What this script, once injected into the page's own world, hands back. */
export const lines = scriptErrors();
