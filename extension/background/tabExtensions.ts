import type { Page } from '../../widget/contract/page.ts';
import { ownerKey, ownerOf } from '../../widget/service/owner.ts';
import { browser } from '../browser.ts';
import { inject } from './inject.ts';

/**
 * Has a tab's page ask its CRM's Module Manager, and returns the `Answer`, unparsed. A list is kept until the browser is
 * closed, for the one user of that CRM; where the page does not say which user that is, nothing is kept.
 */
export async function readTabExtensions(tabId: number, page: Page): Promise<unknown> {
  const name = `extensions ${ownerKey(ownerOf(page))}`;
  const { [name]: kept } = await browser.storage.session.get(name);
  if (kept !== undefined) return kept;
  await inject(tabId, 'extensions.js');
  const { baseUrl, product, version, administrator } = page;
  const facts = { product, ...(version && { version }), ...(administrator && { administrator }) };
  const target = { tabId, frameIds: [0] };
  const [injection] = await browser.scripting.executeScript({ target, func: ask, args: [baseUrl, facts] });
  const answer = injection?.result;
  if (page.userId && Object(answer).ok === true) await browser.storage.session.set({ [name]: answer });
  return answer;
}

/** Drops the lists of that CRM. */
export async function forgetExtensions(baseUrl: string): Promise<void> {
  const names = Object.keys(await browser.storage.session.get());
  await browser.storage.session.remove(
    names.filter((name) => name.startsWith(`extensions [${JSON.stringify(baseUrl)},`)),
  );
}

/** Runs in the page, and takes nothing from around it here. */
function ask(baseUrl: string, facts: Pick<Page, 'product' | 'version' | 'administrator'>): unknown {
  return globalThis.noticeboardExtensions?.(baseUrl, facts);
}
