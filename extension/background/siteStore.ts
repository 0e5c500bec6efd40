import * as z from 'zod/mini';
import { baseUrl } from '../../widget/contract/page.ts';
import type { Transaction } from '../../widget/service/storage/database.ts';
import { readValue } from '../../widget/service/storage/value.ts';

const NAME = 'extension.sites';

const site = z.object({
  baseUrl,
  product: z.string(),
  version: z.nullable(z.string()),
  company: z.nullable(z.string()),
});

/** What the person wants for each CRM. It names companies, so it is kept where content scripts cannot read. */
const siteChoices = z.object({
  chosen: z.array(z.object({ site, launcher: z.enum(['toolbar', 'shown']) })),
  /**
   * The CRM that the person wants a launcher on, while the browser asks for the permission. Kept apart from what is
   * chosen, and only the last: a request that was declined must not come true with the permission for another CRM.
   */
  asked: z.nullable(site),
});
export type SiteChoices = z.infer<typeof siteChoices>;

/** What was chosen so far. */
export async function loadChoices(transaction: Transaction): Promise<SiteChoices> {
  return (await readValue(transaction, NAME, siteChoices)) ?? { chosen: [], asked: null };
}

export function saveChoices(transaction: Transaction, choices: SiteChoices): Promise<void> {
  return transaction.put('values', choices, NAME);
}
