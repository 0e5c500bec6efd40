import type { Trouble } from '../../widget/service/surroundings.ts';
import { browser } from '../browser.ts';

/** Script errors are heard in the page's own world alone, where the page can make up what it likes. */
const scripts = {
  failedRequests: { files: ['requests.js'], world: 'ISOLATED' },
  scriptErrors: { files: ['errors.js'], world: 'MAIN' },
} as const;

/** What went wrong in a tab's page, unparsed. Rejects where the browser does not let us in. */
export async function readTabTrouble(tabId: number, trouble: Trouble): Promise<unknown> {
  const { files, world } = scripts[trouble];
  const [injection] = await browser.scripting.executeScript({
    target: { tabId, frameIds: [0] },
    files: [...files],
    world,
  });
  return injection?.result ?? null;
}
