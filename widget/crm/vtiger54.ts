import { vtiger5Adapter } from './v5Layout.ts';

/** vtiger CRM 5.4, whose menus are others than those of 5.3. */
export const vtiger54 = vtiger5Adapter('vtiger 5.4', /^5\.4\./, {
  preferences: '#_my_preferences_',
  settings: 'td[onmouseover*="mainsettings"]',
});
