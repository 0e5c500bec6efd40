import type { Managed } from '../../widget/service/settings/managed.ts';
import { readManaged } from '../../widget/service/settings/managed.ts';
import { browser } from '../browser.ts';

/** What an organisation has set through the browser's policies. Firefox has no such storage at all where nothing is set. */
export async function loadManaged(): Promise<Managed> {
  return readManaged(await browser.storage.managed.get().catch(() => ({})));
}
