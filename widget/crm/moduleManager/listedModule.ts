import { limits } from '../../contract/limits.ts';
import type { InstalledExtension } from '../../contract/page.ts';

/**
 * A module as Module Manager lists it; undefined where its name is none, and then it is passed over. A label that does not
 * fit is left out.
 */
export function listedModule(name: string, label: string, enabled: boolean): InstalledExtension | undefined {
  if (!/^\w+$/.test(name) || name.length > limits.name) return undefined;
  const line = label.slice(0, 1000).replace(/\s+/g, ' ').trim();
  return line !== '' && line.length <= limits.name ? { name, label: line, enabled } : { name, enabled };
}
