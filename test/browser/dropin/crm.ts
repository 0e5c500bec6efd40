import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import type { CrmOptions } from '../../fixtures/crm/site.ts';
import { crmInstall, dropinTag } from '../../fixtures/crm/site.ts';
import type { Table } from '../harness/site.ts';
import { serve } from '../harness/site.ts';

/** A CRM with the drop-in on it, at an intranet name over plain HTTP. */
export interface Crm {
  /** Opens its contacts in a new tab. */
  open(context: BrowserContext): Promise<Page>;
  /** The address of its contacts. */
  readonly address: string;
  /** What its pages are made of from now on. */
  become(options: CrmOptions): void;
  close(): Promise<void>;
}

export async function startCrm(hub: string, options: CrmOptions = {}): Promise<Crm> {
  const table: Table = {};
  const become = (next: CrmOptions) => {
    Object.assign(table, crmInstall('/vtigercrm/', { ...next, head: dropinTag(hub) + (next.head ?? '') }));
  };
  become(options);
  const site = await serve(table);
  const address = `${site.origin('crm.test')}/vtigercrm/index.php?module=Contacts&view=List`;
  return {
    address,
    become,
    async open(context) {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
    close: () => site.close(),
  };
}

/** Runs the work as a person who was never here before. */
export async function asNewcomer(browser: Browser, work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const context = await browser.createBrowserContext();
  try {
    await work(context);
  } finally {
    await context.close();
  }
}
