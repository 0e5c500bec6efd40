import { pageVariable, readRelease, v7Readers } from './v7Layout.ts';
import { vtigerAdapter } from './vtigerAdapter.ts';

/** vtiger CRM 8.0 to 8.4. */
export const vtiger8 = vtigerAdapter('vtiger 8', /^8\./, pageVariable, readRelease, v7Readers);
