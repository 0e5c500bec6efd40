/** The module's link puts this script on every page of its install, for as long as the launcher is switched on there. */
const SCRIPT = 'script[src*="/modules/Noticeboard/resources/noticeboard.js"]';

/**
 * Whether the page bears the script of the vtiger module, from a folder of its own install. Without it nothing tells of the
 * module, and nobody asks for it: a CRM that has none is not to be bothered.
 */
export function hasModuleScript(document: Document, baseUrl: string): boolean {
  const script = document.querySelector<HTMLScriptElement>(SCRIPT);
  return script?.src.startsWith(baseUrl) === true;
}
