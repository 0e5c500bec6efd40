import * as z from 'zod/mini';
import { catalogueAnswer, recommendation } from '../../contract/catalogue.ts';
import type { Answer, FailureCode } from '../../contract/failure.ts';
import { failure, success } from '../../contract/failure.ts';
import { loadAgreement } from '../agreement/agreement.ts';
import { askHub } from '../hub/hub.ts';
import { parseJson } from '../parse.ts';
import { readValue } from '../storage/value.ts';
import { catalogueName } from '../storage/valueNames.ts';
import type { Owner, Surroundings } from '../surroundings.ts';

/** How long a list of recommendations is good, in milliseconds. */
const CATALOGUE_AGE = 60 * 60 * 1000;

const storedCatalogue = z.object({ url: z.string(), extensions: z.array(recommendation), fetchedAt: z.number() });

/** What the hub recommends, and why there is nothing newer. */
export interface Catalogue extends Pick<z.infer<typeof storedCatalogue>, 'extensions' | 'fetchedAt'> {
  readonly failure: FailureCode | null;
}

/**
 * The hub's list for that question: the one kept for the owner's install if it is of the last hour, or if there is no other.
 */
export async function catalogue(surroundings: Surroundings, url: string, owner: Owner): Promise<Answer<Catalogue>> {
  const { database, clock } = surroundings;
  const name = catalogueName(owner.baseUrl);
  const last = await database.read((transaction) => readValue(transaction, name, storedCatalogue));
  const kept = last?.url === url ? last : undefined;
  const age = clock.now() - (kept?.fetchedAt ?? Number.NEGATIVE_INFINITY);
  if (kept && age >= 0 && age < CATALOGUE_AGE) return success({ ...kept, failure: null });
  const fetched = await fetchCatalogue(surroundings, url, owner);
  if (!fetched.ok) return kept ? success({ ...kept, failure: fetched.failure }) : fetched;
  const record = { url, extensions: fetched.value, fetchedAt: clock.now() };
  await database.write(async (transaction) => {
    // Meanwhile the install may have been forgotten, and what was agreed to for it.
    const { agreed } = await loadAgreement(transaction, 'extensions', owner);
    if (agreed) await transaction.put('values', record, name);
  });
  return success({ ...record, failure: null });
}

async function fetchCatalogue(surroundings: Surroundings, url: string, owner: Owner) {
  const answer = await askHub(surroundings, url, { purpose: 'extensions', owner });
  if (!answer.ok) return answer;
  const parsed = parseJson(catalogueAnswer, answer.value);
  return parsed ? success(parsed.extensions) : failure('not-a-hub');
}
