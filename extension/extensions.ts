import { fetchExtensions } from '../widget/crm/moduleManager/fetchExtensions.ts';

declare global {
  /** In this document, though not for its own scripts: how Module Manager is asked. The background says about which CRM. */
  var noticeboardExtensions: typeof fetchExtensions | undefined;
}

globalThis.noticeboardExtensions = fetchExtensions;
