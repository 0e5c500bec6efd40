import type { CatalogueQuery, Recommendation } from '../../widget/contract/catalogue.ts';
import type { CatalogueEntry } from './catalogueFile.ts';
import { operatingSystemOf } from './operatingSystem.ts';
import { compareVersions } from './versions.ts';

/** Whether an entry runs on the install, as far as it was told. */
export function compatibility(entry: CatalogueEntry, told: CatalogueQuery): Recommendation['compatible'] {
  const answers = [versionFits(entry, told.version), systemFits(entry, told.os)];
  if (answers.includes('no')) return 'no';
  return answers.includes('unknown') ? 'unknown' : 'yes';
}

/** The entry's own words on the industry that was told; undefined when it is not made for it. */
export function industryOf(
  entry: CatalogueEntry,
  told: CatalogueQuery,
): CatalogueEntry['industries'][number] | undefined {
  const industry = told.industry?.trim().toLowerCase();
  return entry.industries.find(({ name }) => name.toLowerCase() === industry);
}

function versionFits({ worksWith }: CatalogueEntry, version: string | undefined): Recommendation['compatible'] {
  if (version === undefined) return 'unknown';
  if (compareVersions(version, worksWith.from) < 0) return 'no';
  return worksWith.to !== undefined && compareVersions(version, worksWith.to) > 0 ? 'no' : 'yes';
}

function systemFits({ runsOn }: CatalogueEntry, os: string | undefined): Recommendation['compatible'] {
  if (runsOn === undefined) return 'yes';
  const system = os === undefined ? null : operatingSystemOf(os);
  if (system === null) return 'unknown';
  return runsOn.includes(system) ? 'yes' : 'no';
}
