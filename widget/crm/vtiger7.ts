import { v7LayoutAdapter } from './v7Layout.ts';

/** vtiger CRM 7.0 to 7.5. */
export const vtiger7 = v7LayoutAdapter(7);
