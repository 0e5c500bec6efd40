import type { Page } from '../contract/page.ts';
import type { Adapter, Fact, Readings } from './adapter.ts';
import { facts } from './adapter.ts';
import { adapters } from './adapters.ts';
import { baseUrlOf } from './baseUrl.ts';
import { readDeclaration } from './declared.ts';
import { hasModuleScript } from './vtigerModule/moduleScript.ts';

/**
 * What the page says of the install that it belongs to: what is declared first, else what its markup shows. Null where it
 * is no CRM that is known. Never throws, whatever the page is made of; what it says has yet to be parsed.
 */
export function readPage(document: Document, url: string): Page | null {
  return (
    attempt(() => {
      const address = new URL(url);
      const baseUrl = baseUrlOf(address);
      if (baseUrl === null) return null;
      const declaration = attempt(() => readDeclaration(document));
      const hasVtigerModule = attempt(() => hasModuleScript(document, baseUrl));
      // What tells a fork apart may stand at the end of the page, so a page that is still being parsed is not judged.
      const isWhole = attempt(() => document.readyState) !== 'loading' && /\/(index\.php)?$/.test(address.pathname);
      const adapter = isWhole ? adapters.find((each) => attempt(() => each.recognises(document))) : undefined;
      if (!(declaration || adapter || hasVtigerModule)) return null;
      const readings: Mutable<Readings> = {};
      for (const fact of facts) {
        keep(readings, fact, declaration?.readings[fact] ?? attempt(() => read(adapter, fact, document, address)));
      }
      const product = declaration?.product ?? adapter?.product ?? 'CRM';
      return { baseUrl, product, ...readings, ...(hasVtigerModule ? { hasVtigerModule } : {}) };
    }) ?? null
  );
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

function read<F extends Fact>(adapter: Adapter | undefined, fact: F, document: Document, url: URL) {
  return adapter?.readers[fact]?.(document, url);
}

function keep<F extends Fact>(readings: Mutable<Readings>, fact: F, reading: Readings[F] | undefined) {
  if (reading !== undefined) readings[fact] = reading;
}

// A page can name its elements after the document's own functions, so that any of them may be no function.
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
