import { launcherTexts as texts } from '../../widget/ui/launcherTexts.ts';
import { browser } from '../browser.ts';
import { keys } from '../keys.ts';

/** The accent of the light theme: toolbars do not tell which one they have. */
const COLOUR = '#0b6380';

/** Shows on icon and launchers whether the news changed. */
export async function showDot(unseen: boolean): Promise<void> {
  await Promise.all([browser.storage.local.set({ [keys.dot]: unseen }), drawIcon(unseen)]);
}

/** The icon does not remember over a restart. */
async function drawIcon(unseen: boolean): Promise<void> {
  await Promise.all([
    browser.action.setBadgeBackgroundColor({ color: COLOUR }),
    browser.action.setBadgeText({ text: unseen ? ' ' : '' }),
    browser.action.setTitle({ title: unseen ? `${texts.label}, ${texts.unseen}` : texts.label }),
  ]);
}
