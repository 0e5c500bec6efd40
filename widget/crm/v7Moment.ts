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
export function moduleAndView(document: Document, url: URL): Moment {
  const variable = pageVariable(document) ?? '';
  const asked = { module: word(url.searchParams.get('module')), view: word(url.searchParams.get('view')) };
  const loaded = { module: word(member(variable, 'module')), view: word(member(variable, 'view')) };
  const same = asked.module === undefined || asked.module === loaded.module;
  return {
    module: reading(asked.module, 'url') ?? reading(loaded.module, 'script'),
    view: reading(asked.view, 'url') ?? (same ? reading(loaded.view, 'script') : undefined),
  };
}

function member(text: string, name: string): string | undefined {
  return new RegExp(`\\b${name}['"]?\\s*:\\s*['"]([^'"]*)['"]`).exec(text)?.[1];
}

function word(value: string | null | undefined): string | undefined {
  return value && /^\w{1,40}$/.test(value) ? value : undefined;
}

function reading(value: string | undefined, source: 'url' | 'script'): Reading<string> | undefined {
  return value === undefined ? undefined : { value, source };
}
