import { isOfFork } from './forkModules.ts';

/** Since which vtiger a module comes with it; those of one line came together. */
const VTIGER: readonly (readonly [since: string, names: string])[] = [
  [
    '5.0',
    'Home Leads Accounts Contacts Potentials Documents Calendar Events Emails HelpDesk Products Dashboard Faq Vendors PriceBooks Quotes PurchaseOrder SalesOrder Invoice Rss Reports Campaigns Portal Webmails Users com_vtiger_workflow PickList Settings Administration System Migration Utilities uploads',
  ],
  ['5.1', 'FieldFormulas CustomerPortal PBXManager RecycleBin ServiceContracts Services Tooltip Webforms'],
  ['5.2', 'Mobile VtigerBackup Assets ModComments SMSNotifier Project ProjectTask ProjectMilestone'],
  ['5.3', 'ConfigEditor MailManager WSAPP'],
  ['5.4', 'Import Integration ModTracker CronTasks'],
  ['6.0', 'EmailTemplates Google'],
  ['6.1', 'ExtensionStore'],
];

/** What comes with the others beside the modules of vtiger. */
const OTHERS: Readonly<Record<string, string>> = {
  coreBOS:
    'AutoNumberPrefix BusinessActions Calendar4You CobroPago DocumentFolders EtiquetasOO GlobalVariable InventoryDetails Messages MsgTemplate ProductComponent evvtMenu evvtgendoc pricebookproductrel',
  YetiForce:
    'OSSMail OSSTimeControl OSSMailScanner OSSMailView OSSOutsourcedServices OSSSoldServices OutsourcedProducts OSSEmployees ApiAddress CallHistory Ideas HolidaysEntitlement PaymentsIn PaymentsOut LettersIn LettersOut Announcements Reservations SQuoteEnquiries SSalesProcesses SRequirementsCards SCalculations SQuotes SSingleOrders SRecurringOrders Partners Competition FBookkeeping FInvoice KnowledgeBase IStorages IGRN FInvoiceProforma IGDN IIDN IGIN IPreOrder ISTDN ISTN ISTRN FCorectingInvoice IGRNC IGDNC OpenStreetMap Notification CFixedAssets CInternalTickets FInvoiceCost CMileageLogbook SVendorEnquiries Chat MultiCompany PermissionInspector DataSetRegister ActivityRegister',
};

/**
 * Whether a module comes with the CRM, whatever its Module Manager says of it: some that vtiger brings are marked there as
 * if the company had added them. An unknown version, and a fork's own, count as the newest.
 */
export function isStandard(module: string, product: string, version: string | undefined): boolean {
  const generation = product === 'vtiger' ? /^\d+\.\d/.exec(version ?? '')?.[0] : undefined;
  const lists = VTIGER.flatMap(([since, names]) => (generation === undefined || since <= generation ? names : []));
  return (
    [...lists, OTHERS[product] ?? ''].some((names) => names.split(' ').includes(module)) ||
    isOfFork(module, product) ||
    // coreBOS names its own that way.
    (product === 'coreBOS' && /^cb[A-Z]/.test(module))
  );
}
