import type { CatalogueQuery, Recommendation } from '../../widget/contract/catalogue.ts';
import type { CatalogueEntry } from './catalogueFile.ts';
import { compatibility, industryOf } from './fit.ts';
import { reasonFor } from './reason.ts';

const order = { yes: 0, unknown: 1, no: 2 } as const satisfies Record<Recommendation['compatible'], number>;

/**
 * The catalogue for one install, best first: what runs on it before what may and what does not, then what is made for its
 * industry, then by weight, and last by id so that the order is always the same.
 */
export function recommend(catalogue: readonly CatalogueEntry[], told: CatalogueQuery): Recommendation[] {
  return catalogue
    .map((entry) => ({ entry, compatible: compatibility(entry, told), made: industryOf(entry, told) !== undefined }))
    .toSorted(
      (a, b) =>
        order[a.compatible] - order[b.compatible] ||
        Number(b.made) - Number(a.made) ||
        b.entry.weight - a.entry.weight ||
        (a.entry.id < b.entry.id ? -1 : 1),
    )
    .map(({ entry, compatible }) => ({ ...published(entry), compatible, reason: reasonFor(entry, told) }));
}

/** What of an entry is for everyone to see. */
function published({ id, module, name, publisher, summary, price, worksWith, url, icon }: CatalogueEntry) {
  return { id, module, name, publisher, summary, price, worksWith, url, icon };
}
