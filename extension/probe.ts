import { readPage } from '../widget/crm/readPage.ts';

/** What the page in front says of its install: the value that this script, once injected, hands back. */
export const page = readPage(document, location.href);
