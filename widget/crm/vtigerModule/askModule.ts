import { boundedText } from '../boundedText.ts';
import { LONGEST_DECLARATION } from '../declared.ts';

/** Relative to the install's base URL. A GET of it changes nothing. */
const ACTION = 'index.php?module=Noticeboard&parent=Settings&action=Install';
/** Time limit for the whole answer, in milliseconds: the panel waits for it. */
const TIMEOUT = 8_000;

/**
 * Asks the vtiger module of an install what it knows. Runs in a page of that install: one GET of its own origin, which
 * changes nothing there. Returns the text of the answer, which has yet to be parsed; null where there is none, such as after
 * a logout. Never throws.
 */
export async function askModule(baseUrl: string): Promise<string | null> {
  try {
    const response = await fetch(new URL(ACTION, baseUrl), {
      mode: 'same-origin',
      credentials: 'same-origin',
      redirect: 'error',
      cache: 'no-store',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return response.ok ? await boundedText(response, LONGEST_DECLARATION) : null;
  } catch {
    return null;
  }
}
