import { vtiger5Adapter } from './v5Layout.ts';

/** vtiger CRM 5.1 to 5.3. */
export const vtiger5 = vtiger5Adapter('vtiger 5.1-5.3', /^5\.[123]\./, {
  preferences: '.hdrNameBg [href*="modechk=prefview"]',
  settings: '.hdrNameBg [onclick*="vtiger_news"], .hdrTabBg [href*="module=Settings&action=index"]',
});
