import type { Page } from '../../contract/page.ts';
import type { Declaration } from '../declared.ts';
import { declarationOf, isObject, objectIn } from '../declared.ts';
import { isOfFork } from '../moduleManager/forkModules.ts';

/** What the vtiger module answered. */
export interface ModuleAnswer {
  /** The hub's address, as the administrator entered it; null where there is none. */
  readonly hub: string | null;
  readonly declaration: Declaration;
}

/** Reads the module's answer: a JSON object of hub, features and install. Undefined where the text is none. */
export function moduleAnswerIn(text: string): ModuleAnswer | undefined {
  const { hub, features, install } = objectIn(text) ?? {};
  if (!isObject(install)) return undefined;
  return { hub: typeof hub === 'string' ? hub : null, declaration: declarationOf({ ...install, features }, 'module') };
}

/** The page with what the module says of its install, which goes before what the page itself declares or shows. */
export function withModule(page: Page, { declaration }: ModuleAnswer): Page {
  const said = Object.entries(declaration.readings).filter(([, reading]) => reading !== undefined);
  const merged: Page = { ...page, ...Object.fromEntries(said) };
  // The module is told the version of the vtiger that a fork was made of.
  if (page.version && page.product !== 'vtiger') merged.version = page.version;
  // Of its own modules vtiger's are not in the list; of a fork the module knows nothing.
  const { extensions } = merged;
  const added = extensions?.value.filter(({ name }) => !isOfFork(name, page.product));
  if (extensions && added) merged.extensions = { ...extensions, value: added };
  return merged;
}
