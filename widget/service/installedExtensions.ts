import * as z from 'zod/mini';
import type { InstalledExtension, Page, Reading, UnreadReason } from '../contract/page.ts';
import { installedExtensions, unreadReason } from '../contract/page.ts';
import { parse } from './parse.ts';
import type { CrmReader } from './surroundings.ts';

const list = z.object({ value: installedExtensions });
const refusal = z.object({ failure: unreadReason });

/**
 * The extensions that are installed in the CRM of that page: as module or page declare them, else as Module Manager lists
 * them, which is asked only now. So only a feature that uses the list may ask for it. When it cannot be had, the reason.
 */
export async function readInstalled(crm: CrmReader, page: Page): Promise<Reading<InstalledExtension[]> | UnreadReason> {
  if (page.extensions) return page.extensions;
  const answer = await crm.extensions(page).catch(() => null);
  const value = parse(list, answer)?.value;
  return value ? { value, source: 'moduleManager' } : (parse(refusal, answer)?.failure ?? 'offline');
}
