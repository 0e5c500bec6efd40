import type { InstalledExtension } from '../../contract/page.ts';

/** Stands for a list that is known to be empty: that there is nothing says something too. */
export const NONE = 'none';

/** A line for each extension: `Name 1.2.3`, and `(off)` after one that is switched off. */
export function listingOf(extensions: readonly InstalledExtension[]): string {
  const lines = [];
  for (const { name, version, enabled } of extensions) {
    lines.push(`${name}${version === undefined ? '' : ` ${version}`}${enabled === false ? ' (off)' : ''}`);
  }
  return lines.join('\n') || NONE;
}
