import type { SiteSummary } from '../../widget/service/surroundings.ts';
import { hostPattern } from '../hostPattern.ts';
import type { SiteChoices } from './siteStore.ts';

/** The choices with a launcher asked for on that CRM; it is shown once the browser has granted its host. */
export function ask(choices: SiteChoices, site: SiteSummary): SiteChoices {
  return { ...choices, asked: { ...site } };
}

/** The choices with that CRM known from the toolbar only. */
export function turnOff({ chosen, asked }: SiteChoices, site: SiteSummary): SiteChoices {
  return {
    chosen: [
      ...chosen.filter((each) => each.site.baseUrl !== site.baseUrl),
      { site: { ...site }, launcher: 'toolbar' },
    ],
    asked: asked?.baseUrl === site.baseUrl ? null : asked,
  };
}

/** The choices as if that CRM had never been met. */
export function forgotten({ chosen, asked }: SiteChoices, baseUrl: string): SiteChoices {
  return {
    chosen: chosen.filter(({ site }) => site.baseUrl !== baseUrl),
    asked: asked?.baseUrl === baseUrl ? null : asked,
  };
}

/**
 * The choices as they hold under the granted host patterns: what was asked for and granted is shown, and what was shown and
 * is granted no longer is not, even should the permission come back.
 */
export function settle({ chosen, asked }: SiteChoices, granted: ReadonlySet<string>): SiteChoices {
  const isGranted = ({ baseUrl }: SiteSummary) => granted.has(hostPattern(baseUrl));
  const settled = chosen.map((each) =>
    each.launcher === 'shown' && !isGranted(each.site) ? { ...each, launcher: 'toolbar' as const } : each,
  );
  if (!asked || !isGranted(asked)) return { chosen: settled, asked };
  const others = settled.filter((each) => each.site.baseUrl !== asked.baseUrl);
  return { chosen: [...others, { site: asked, launcher: 'shown' }], asked: null };
}

/** The CRMs with a launcher where an organisation lists them: those whose host is granted, named as far as they are known. */
export function managedSites(
  { chosen, asked }: SiteChoices,
  baseUrls: readonly string[],
  granted: ReadonlySet<string>,
): SiteSummary[] {
  const known = [...chosen.map(({ site }) => site), ...(asked ? [asked] : [])];
  return baseUrls
    .filter((baseUrl) => granted.has(hostPattern(baseUrl)))
    .map((baseUrl) => known.find((site) => site.baseUrl === baseUrl) ?? { ...unknown, baseUrl });
}

const unknown = { product: 'CRM', version: null, company: null };

/** The CRMs with a launcher. */
export function shownSites({ chosen }: SiteChoices): SiteSummary[] {
  return chosen.filter(({ launcher }) => launcher === 'shown').map(({ site }) => site);
}

/** Every host pattern that the choices depend on. */
export function patternsOf({ chosen, asked }: SiteChoices): Set<string> {
  const sites = [...chosen.map(({ site }) => site), ...(asked ? [asked] : [])];
  return new Set(sites.map(({ baseUrl }) => hostPattern(baseUrl)));
}
