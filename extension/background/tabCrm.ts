import type { CrmReader } from '../../widget/service/surroundings.ts';
import { browser } from '../browser.ts';
import { readTabExtensions } from './tabExtensions.ts';
import { readTabPage } from './tabPage.ts';
import { readTabTrouble } from './tabTrouble.ts';

/** Finds the tab that lies in front of the caller; undefined where there is none. */
type FindTab = () => Promise<number | undefined>;

/** Reads the CRM in a tab, by scripts that are put into its page when something is asked. */
export function crmIn(findTab: FindTab): CrmReader {
  return {
    async page() {
      const tab = await findTab();
      return tab === undefined ? null : readTabPage(tab);
    },
    async extensions(page) {
      const tab = await findTab();
      return tab === undefined ? null : readTabExtensions(tab, page);
    },
    async trouble(trouble) {
      const tab = await findTab();
      return tab === undefined ? null : readTabTrouble(tab, trouble);
    },
  };
}

/** The tab that the person has in front of them. */
export const activeTab: FindTab = async () => {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id;
};
