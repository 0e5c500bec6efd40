import { readRelease, v6Mark, v6Readers } from './v6Layout.ts';
import { vtigerAdapter } from './vtigerAdapter.ts';

/** vtiger CRM 6.0 to 6.5. */
export const vtiger6 = vtigerAdapter('vtiger 6', /^6\./, v6Mark, readRelease, v6Readers);
