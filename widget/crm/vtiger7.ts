import { pageVariable, readRelease, v7Readers } from './v7Layout.ts';
import { vtigerAdapter } from './vtigerAdapter.ts';

/** vtiger CRM 7.0 to 7.5. */
export const vtiger7 = vtigerAdapter('vtiger 7', /^7\./, pageVariable, readRelease, v7Readers);
