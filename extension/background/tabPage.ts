import type { Page } from '../../widget/contract/page.ts';
import { page as pageSchema } from '../../widget/contract/page.ts';
import { moduleAnswerIn, withModule } from '../../widget/crm/vtigerModule/moduleAnswer.ts';
import { parse } from '../../widget/service/parse.ts';
import { inject } from './inject.ts';

/** A page that is not loaded by then, in milliseconds, is not waited for. */
const PATIENCE = 5_000;

/**
 * What a tab's page says of its install; where it bears the script of the vtiger module, with the module's answer over that.
 * Null where it is no CRM. Rejects where the browser does not let us in, and where the page does not come to its end.
 */
export async function readTabPage(tabId: number): Promise<Page | null> {
  const late = new Promise<never>((_, reject) => setTimeout(reject, PATIENCE, new Error('The page is still loading.')));
  const page = parse(pageSchema, await Promise.race([inject(tabId, 'probe.js'), late]));
  if (!page?.hasVtigerModule) return page ?? null;
  const text = await inject(tabId, 'module.js').catch(() => null);
  const answer = typeof text === 'string' ? moduleAnswerIn(text) : undefined;
  return answer ? withModule(page, answer) : page;
}
