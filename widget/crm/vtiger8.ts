import { v7LayoutAdapter } from './v7Layout.ts';

/** vtiger CRM 8.0 to 8.4. */
export const vtiger8 = v7LayoutAdapter(8);
