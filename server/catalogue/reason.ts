import type { CatalogueQuery } from '../../widget/contract/catalogue.ts';
import type { CatalogueEntry } from './catalogueFile.ts';
import { industryOf } from './fit.ts';
import { compareVersions } from './versions.ts';

/**
 * One sentence on why this install is recommended the entry: `Because it is new for 8.4 and it fits your industry.` It
 * speaks only of what was told; else it gives the entry's general reason.
 */
export function reasonFor(entry: CatalogueEntry, told: CatalogueQuery): string {
  const industry = industryOf(entry, told);
  const clauses = [
    ...(isNewFor(entry, told.version) ? [`it is new for ${entry.newFor}`] : []),
    ...(industry ? [industry.because ?? 'it fits your industry'] : []),
  ];
  return `Because ${clauses.length > 0 ? clauses.join(' and ') : entry.because}.`;
}

function isNewFor({ newFor }: CatalogueEntry, version: string | undefined): boolean {
  return newFor !== undefined && version !== undefined && compareVersions(version, newFor) === 0;
}
