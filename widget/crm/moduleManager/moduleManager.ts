import { limits } from '../../contract/limits.ts';
import type { InstalledExtension, Page } from '../../contract/page.ts';
import { readList } from './checkboxList.ts';
import { isStandard } from './standardModules.ts';
import { readTables } from './toggleTables.ts';

/** Where a CRM lists its modules for administrators, and how that page is read. */
export interface ModuleManager {
  /** Relative to the install's base URL. A GET of it changes nothing. */
  readonly address: string;
  /** Headers that make the answer smaller: the list without the frame of the page. */
  readonly headers: Readonly<Record<string, string>>;
  /** What was added to the CRM, without what comes with it. Null where the document is no Module Manager. */
  read(document: Document): InstalledExtension[] | null;
}

type Generation = Pick<ModuleManager, 'address' | 'headers' | 'read'>;

const list = {
  address: 'index.php?module=ModuleManager&parent=Settings&view=List',
  headers: { 'X-Requested-With': 'XMLHttpRequest' },
};
const exported = (name: string) => `a[href*="action=ModuleExport"][href$="forModule=${name}"]`;
const deletable = (name: string) => `button.deleteModule[name="${name}"]`;

const vtiger5: Generation = {
  address: 'index.php?module=Settings&action=ModuleManager&parenttab=Settings',
  headers: {},
  read: readTables,
};
const vtiger6: Generation = { ...list, read: (document) => readList(document, exported) };
const vtiger7: Generation = { ...list, read: (document) => readList(document) };

/** product → its generation; vtiger's own depends on the version. */
const forks: Readonly<Record<string, Generation>> = {
  coreBOS: { ...vtiger5, address: 'index.php?module=Settings&action=ModuleManager' },
  YetiForce: { ...list, read: (document) => readList(document, deletable) },
  berliCRM: vtiger6,
  'F-RevoCRM': vtiger7,
  SalesPlatform: vtiger7,
};

/** The Module Manager of the CRM that a page belongs to; null for a CRM of which it is not known. */
export function moduleManager({ product, version }: Pick<Page, 'product' | 'version'>): ModuleManager | null {
  const generation = Object.hasOwn(forks, product) ? forks[product] : ofVtiger(product, version?.value ?? '');
  if (!generation) return null;
  return {
    ...generation,
    read: (document) => {
      const added = generation.read(document)?.filter(({ name }) => !isStandard(name, product, version?.value));
      return added?.slice(0, limits.extensions) ?? null;
    },
  };
}

// The one vtiger whose version can be unknown is 7: its footer may not tell it.
function ofVtiger(product: string, version: string): Generation | undefined {
  if (product !== 'vtiger') return undefined;
  if (/^5\.[1-4]/.test(version)) return vtiger5;
  if (/^6\./.test(version)) return vtiger6;
  return /^([78]\.|$)/.test(version) ? vtiger7 : undefined;
}
