import type { Answer, FailureCode } from '../../contract/failure.ts';
import { failure, success } from '../../contract/failure.ts';
import type { InstalledExtension, Page } from '../../contract/page.ts';
import { boundedText } from '../boundedText.ts';
import { moduleManager } from './moduleManager.ts';

/** Time limit for the whole answer, in milliseconds. */
const TIMEOUT = 20_000;
/** The largest answer that is read, in bytes. vtiger 8 answers with 39 KB, vtiger 5 with a whole page. */
const LARGEST = 2 * 1024 * 1024;

/**
 * Asks the CRM which extensions are installed, for an administrator who is looking at it. Runs in the page: one GET of
 * its own origin, which changes nothing there. What it answers has yet to be parsed.
 *
 * Fails with `not-administrator` (or no longer logged in), `no-crm` (its Module Manager is not known, or has another form),
 * `offline`, `timeout`, `busy`, `too-large`.
 */
export async function fetchExtensions(
  baseUrl: string,
  page: Pick<Page, 'product' | 'version' | 'administrator'>,
): Promise<Answer<InstalledExtension[]>> {
  const manager = moduleManager(page);
  if (manager === null) return failure('no-crm');
  if (page.administrator?.value !== true) return failure('not-administrator');
  try {
    const response = await fetch(new URL(manager.address, baseUrl), {
      headers: manager.headers,
      mode: 'same-origin',
      credentials: 'same-origin',
      // A redirection leads to the login.
      redirect: 'manual',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!response.ok) return failure(refusal(response));
    const text = await boundedText(response, LARGEST);
    if (text === null) return failure('too-large');
    const document = new DOMParser().parseFromString(text, 'text/html');
    const extensions = manager.read(document);
    if (extensions) return success(extensions);
    return failure(document.querySelector('input[type="password"]') ? 'not-administrator' : 'no-crm');
  } catch (error) {
    return failure(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'offline');
  }
}

function refusal({ type, status }: Response): FailureCode {
  if (type === 'opaqueredirect' || status === 401 || status === 403) return 'not-administrator';
  return status >= 500 || status === 408 || status === 429 ? 'busy' : 'no-crm';
}
