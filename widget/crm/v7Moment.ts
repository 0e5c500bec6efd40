import type { Reading } from '../contract/page.ts';
import { inInlineScripts } from './inlineScripts.ts';

interface Moment {
  readonly module: Reading<string> | undefined;
  readonly view: Reading<string> | undefined;
}

/** The text between the braces of the page's `_META = {…}`; undefined where there is none with vtiger's members. */
export function pageVariable(document: Document): string | undefined {
  const text = inInlineScripts(document, /\b_META\s*=\s*\{([^{}]{1,2000})\}/)?.[1];
  return text && ['module', 'view', 'parent'].every((name) => member(text, name) !== undefined) ? text : undefined;
}

/**
 * Which module and view the person is looking at. The address is asked first: parts of the page are exchanged without a
 * reload, and then the page's own variable is out of date while the address is not.
 */
export function moduleAndView(document: Document, { searchParams }: URL): Moment {
  const variable = pageVariable(document) ?? '';
  const asked = (name: string) => reading(searchParams.get(name), 'url');
  const loaded = (name: string) => reading(member(variable, name), 'script');
  const module = searchParams.has('module') ? asked('module') : loaded('module');
  const same = module !== undefined && module.value === loaded('module')?.value;
  return { module, view: searchParams.has('view') ? asked('view') : same ? loaded('view') : undefined };
}

function member(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name}['"]?\\s*:\\s*['"]([^'"]*)['"]`).exec(text)?.[1];
}

function reading(value: string | null | undefined, source: 'url' | 'script'): Reading<string> | undefined {
  return value && /^\w{1,40}$/.test(value) ? { value, source } : undefined;
}
