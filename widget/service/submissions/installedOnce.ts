import type { Page } from '../../contract/page.ts';
import { readInstalled } from '../installedExtensions.ts';
import type { CrmReader } from '../surroundings.ts';

type Installed = ReturnType<typeof readInstalled>;

/** How long an answer is good for, be it a refusal, in milliseconds: a form asks anew after every key. */
const GOOD = 60_000;

const asked = new Map<string, { readonly at: number; readonly answer: Installed }>();

/** As `readInstalled`, but Module Manager is not bothered more than once a minute for that owner. */
export function installedOnce(crm: CrmReader, page: Page, owner: string): Installed {
  if (page.extensions) return readInstalled(crm, page);
  const now = performance.now();
  const last = asked.get(owner);
  if (last && now - last.at < GOOD) return last.answer;
  const answer = readInstalled(crm, page);
  asked.set(owner, { at: now, answer });
  return answer;
}
