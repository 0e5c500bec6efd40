import type { Reading } from '../contract/page.ts';
import type { Readers } from './adapter.ts';

/** Reads what the page itself says that it shows: undefined where it does not. */
type Shown = (document: Document, name: 'module' | 'view') => Reading<string> | undefined;

/**
 * Readers of which module and view the person is looking at. The address is asked first: parts of the page are exchanged
 * without a reload, and then what the page itself says is out of date while the address is not. vtiger 5 calls the view
 * `action` there.
 */
export function readersOfMoment(
  shown: Shown,
  parameter: 'view' | 'action',
): Required<Pick<Readers, 'module' | 'view'>> {
  const word = (value: string | null | undefined) => (value && /^\w{1,40}$/.test(value) ? value : undefined);
  const asked = ({ searchParams }: URL, name: string): Reading<string> | undefined => {
    const value = word(searchParams.get(name));
    return value ? { value, source: 'url' } : undefined;
  };
  const loaded = (document: Document, name: 'module' | 'view') => {
    const found = shown(document, name);
    return word(found?.value) ? found : undefined;
  };
  const module = (document: Document, url: URL) =>
    url.searchParams.has('module') ? asked(url, 'module') : loaded(document, 'module');
  return {
    module,
    view: (document, url) => {
      if (url.searchParams.has(parameter)) return asked(url, parameter);
      const current = module(document, url)?.value;
      return current && current === loaded(document, 'module')?.value ? loaded(document, 'view') : undefined;
    },
  };
}
