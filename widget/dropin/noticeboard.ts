import type { Call } from '../contract/calls.ts';
import { createDrawer } from '../ui/drawer.ts';
import type { LauncherLook } from '../ui/launcher.ts';
import { createLauncher } from '../ui/launcher.ts';
import { launcherTexts as texts } from '../ui/launcherTexts.ts';
import { beside, chunk } from '../ui/loadScript.ts';
import type { ShowPanel, StartService } from './chunk.ts';
import { recall, remember } from './memory.ts';

/** At the end of an address it shows a launcher again that was hidden. */
const SHOW_AGAIN = '#noticeboard';

/** The script of the tag: the launcher at once, everything else on the first open. */
function start(src: string, hub: string): void {
  const loadPanel = chunk<ShowPanel>(beside('noticeboard-panel.js', src));
  const loadService = chunk<StartService>(beside('noticeboard-service.js', src));
  const content = document.createElement('div');
  const drawer = createDrawer(content);
  const launcher = createLauncher({ look: look(), onToggle: toggle, onMove, onHide });
  let open = false;
  let takeAway: (() => void) | undefined;

  async function service(): Promise<Call> {
    const startService = await loadService();
    return startService({ hub, onUnseenNews });
  }

  async function show(): Promise<void> {
    content.textContent = texts.loading;
    try {
      const [showPanel, call] = await Promise.all([loadPanel(), service()]);
      if (open) takeAway ??= showPanel(content, { call, surface: 'drawer', close: toggle });
    } catch {
      content.textContent = texts.failed;
    }
  }

  function toggle(): void {
    open = !open;
    launcher.setOpen(open);
    if (open) {
      drawer.open();
      void show();
      return;
    }
    drawer.close();
    takeAway?.();
    takeAway = undefined;
    launcher.focus();
  }

  function onUnseenNews(unseen: boolean): void {
    remember('unseen', unseen ? '1' : '');
    launcher.setLook(look());
  }

  function onMove(side: LauncherLook['side'], bottom: number): void {
    remember('side', side);
    remember('bottom', String(bottom));
  }

  function onHide(): void {
    remember('hidden', '1');
    launcher.remove();
  }

  // What was written on the page before, and did not get away.
  if (recall('waiting')) setTimeout(() => service().catch(() => {}));
  if (location.hash === SHOW_AGAIN) remember('hidden', '');
  // One launcher a page, be it that of a second tag or of the browser extension.
  if (recall('hidden') || document.querySelector('[data-noticeboard]')) return;
  content.role = 'status';
  // Before the body, whether it is there yet or not. As the last of a document, Firefox would not tab on from a shadow root.
  document.head.after(launcher.element, drawer.element);
}

function look(): LauncherLook {
  return {
    label: texts.label,
    dot: Boolean(recall('unseen')),
    side: recall('side') === 'start' ? 'start' : 'end',
    bottom: Number(recall('bottom') ?? 1 / 3) || 0,
  };
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) start(script.src, script.dataset.hub ?? '');
