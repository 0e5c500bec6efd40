import type { LauncherLook } from '../../widget/ui/launcher.ts';
import { launcherTexts } from '../../widget/ui/launcherTexts.ts';
import { keys } from '../keys.ts';

/** How the launcher of a CRM looks, from what is stored; what is missing or makes no sense is as it was at first. */
export function lookFor(stored: Record<string, unknown>, baseUrl: string): LauncherLook {
  const { side, bottom } = Object(Object(stored[keys.places])[baseUrl]);
  return {
    label: launcherTexts.label,
    dot: stored[keys.dot] === true,
    side: (stored[keys.side] ?? side) === 'start' ? 'start' : 'end',
    bottom: bottom >= 0 && bottom <= 1 ? bottom : 1 / 3,
  };
}
