import type { InstalledExtension } from '../../contract/page.ts';
import { listedModule } from './listedModule.ts';

// It ends after the second word: a third says that the row is a language.
const TOGGLE = /^\s*vtlib_toggleModule\('(\w{1,120})',\s*'module_(enable|disable)'\)/;

/**
 * Reads Module Manager as vtiger 5 and coreBOS print it: one table of what they bring, one of what was added. Only the
 * second is read, without languages. Null where the document has no such tables.
 */
export function readTables(document: Document): InstalledExtension[] | null {
  const added = document.querySelector('table#modmgr_custom');
  if (!added || !document.querySelector('table#modmgr_standard')) return null;
  return [...added.querySelectorAll('[onclick*="vtlib_toggleModule"]')].flatMap((toggle) => {
    const [, name = '', does] = TOGGLE.exec(toggle.getAttribute('onclick') ?? '') ?? [];
    const row = toggle.closest('tr');
    const label = row?.querySelector('td.cellLabel') ?? row?.cells[1];
    return listedModule(name, label?.textContent ?? '', does === 'disable') ?? [];
  });
}
