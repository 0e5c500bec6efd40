import type { Adapter } from './adapter.ts';
import { vtiger7 } from './vtiger7.ts';
import { vtiger8 } from './vtiger8.ts';

/** Every CRM that is known, most specific first: the first that recognises a page reads it. */
export const adapters: readonly Adapter[] = [vtiger8, vtiger7];
