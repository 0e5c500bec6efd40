/** What comes with a fork into which a module of vtiger 6 can be imported, beside the modules of vtiger. */
const FORKS: Readonly<Record<string, string>> = {
  SalesPlatform:
    'SPPDFTemplates Act Consignment SPCMLConnector SPDynamicBlocks SPKladr SPPayments SPSocialConnector SPTips SPUnits SPVoipIntegration Search',
  berliCRM:
    'CWC ListViewColors Mailchimp Pdfsettings Search berliWidgets crmtogo ToolWidgets Verteiler berliCleverReach berliSoftphones berlimap gdpr',
};

/** Whether a module comes with such a fork, and not with vtiger itself. */
export function isOfFork(module: string, product: string): boolean {
  return Object.hasOwn(FORKS, product) && (FORKS[product] ?? '').split(' ').includes(module);
}
