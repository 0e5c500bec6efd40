import * as z from 'zod/mini';
import type { Page, Reading } from '../../contract/page.ts';
import { parse } from '../parse.ts';
import type { CrmReader, Trouble } from '../surroundings.ts';
import { NONE } from './listing.ts';
import { redact } from './redact.ts';

/** The newest lines are kept. */
const MOST = 20;

const lines = z.array(z.string());

/**
 * What went wrong in the page in front, a line for each, of which nothing but the fault itself is left; undefined where the page
 * cannot be asked. To be called only once the person switched it on: it is then that script errors begin to be collected.
 */
export async function readTrouble(crm: CrmReader, trouble: Trouble, page: Page): Promise<Reading<string> | undefined> {
  const said = parse(lines, await crm.trouble(trouble).catch(() => null));
  if (said === undefined) return undefined;
  const { hostname, pathname } = new URL(page.baseUrl);
  // The directory of an install often bears its owner's name, whether or not anything follows it.
  const names = pathname === '/' ? [hostname] : [hostname, pathname, pathname.slice(0, -1)];
  const seen = new Set<string>();
  for (const line of said.slice(-10 * MOST)) seen.add(redact(line, names));
  seen.delete('');
  return { value: [...seen].slice(-MOST).join('\n') || NONE, source: 'seen' };
}
