import type { Page, Reading } from '../../contract/page.ts';
import type { Field, SubmissionFeature } from '../../contract/policy.ts';
import { policy } from '../../contract/policy.ts';
import { ownerKey, ownerOf } from '../owner.ts';
import type { CrmReader, Surroundings } from '../surroundings.ts';
import { browserName } from './browserName.ts';
import { derivedKey } from './derivedKey.ts';
import { draftKey } from './draft.ts';
import { installedOnce } from './installedOnce.ts';
import { listingOf } from './listing.ts';
import type { Facts } from './rows.ts';
import { pageFacts } from './rows.ts';
import { readTrouble } from './troubles.ts';

/**
 * What is known of the install in front, as far as the feature may disclose it: what takes its time, or leaves a trace in the
 * page, is not asked for a feature that has no use for it. Of `offer`ed fields only those that were switched on.
 */
export async function gatherFacts(
  { database, userAgent }: Surroundings,
  crm: CrmReader,
  page: Page,
  feature: SubmissionFeature,
  switched: readonly Field[],
): Promise<Facts> {
  const table: object = policy[feature];
  const has = (field: Field) => Object.hasOwn(table, field);
  const facts: { [F in Field]?: Reading<string> | undefined } = { ...pageFacts(page) };
  if (has('installKey')) facts.installKey ??= await derivedKey(database, page, draftKey(ownerOf(page), feature));
  if (has('browser')) facts.browser = readingOf(browserName(userAgent));
  if (has('extensions')) {
    const installed = await installedOnce(crm, page, ownerKey(ownerOf(page)));
    if (typeof installed !== 'string') facts.extensions = { ...installed, value: listingOf(installed.value) };
  }
  for (const trouble of ['failedRequests', 'scriptErrors'] as const) {
    if (has(trouble) && switched.includes(trouble)) facts[trouble] = await readTrouble(crm, trouble, page);
  }
  return facts;
}

function readingOf(value: string | undefined): Reading<string> | undefined {
  return value === undefined ? undefined : { value, source: 'browser' };
}
