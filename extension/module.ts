import { baseUrlOf } from '../widget/crm/baseUrl.ts';
import { askModule } from '../widget/crm/vtigerModule/askModule.ts';

declare global {
  /** In this document, though not for its own scripts: what the module answered. It is asked once for each. */
  var noticeboardModule: Promise<string | null> | undefined;
}

async function ask(): Promise<string | null> {
  const baseUrl = baseUrlOf(new URL(location.href));
  return baseUrl === null ? null : askModule(baseUrl);
}

globalThis.noticeboardModule ??= ask();

/** The text of what the vtiger module of this install answers; null where it does not: what this script hands back. */
export const text = globalThis.noticeboardModule;
