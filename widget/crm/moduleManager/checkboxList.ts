import type { InstalledExtension } from '../../contract/page.ts';
import { listedModule } from './listedModule.ts';

// More than any CRM has, standard modules included; each is looked for in the list once more.
const MOST_MODULES = 1000;

/**
 * Reads Module Manager as vtiger 6 and later print it: one list of checkboxes. Where the generation shows which modules were
 * added, `addedMark` gives the selector of that mark for a module's name. Null where the document has no such list.
 */
export function readList(document: Document, addedMark?: (name: string) => string): InstalledExtension[] | null {
  const list = document.querySelector('#moduleManagerContents');
  const boxes = list?.querySelectorAll('input[name="moduleStatus"][data-module]') ?? [];
  // Some modules there always are.
  if (!list || boxes.length === 0) return null;
  return [...boxes].slice(0, MOST_MODULES).flatMap((box) => {
    const label = box.getAttribute('data-module-translation') ?? '';
    const module = listedModule(box.getAttribute('data-module') ?? '', label, box.hasAttribute('checked'));
    return module && (!addedMark || list.querySelector(addedMark(module.name))) ? module : [];
  });
}
