import { createDrawer } from '../../widget/ui/drawer.ts';
import type { Launcher, LauncherLook } from '../../widget/ui/launcher.ts';
import { createLauncher } from '../../widget/ui/launcher.ts';
import { launcherTexts } from '../../widget/ui/launcherTexts.ts';
import { CLOSE_PANEL } from '../panelMessage.ts';
import { clearPage } from './makeWay.ts';

interface EmbedOptions {
  /** Of panel.html. */
  readonly address: string;
  readonly onMove: (side: LauncherLook['side'], bottom: number) => void;
  readonly onHide: () => void;
}

interface Embedded {
  /** Puts launcher and drawer into the page, or changes how the launcher looks. */
  show(look: LauncherLook): void;
  remove(): void;
}

/** The launcher, and the drawer with the panel in a frame. The panel is loaded when it is first opened, and then stays. */
export function embedPanel({ address, onMove, onHide }: EmbedOptions): Embedded {
  let launcher: Launcher | undefined;
  let clear = () => {};

  function create(look: LauncherLook): Launcher {
    const frame = document.createElement('iframe');
    const drawer = createDrawer(frame);
    const launcher = createLauncher({ look, onToggle: toggle, onMove, onHide: hide });
    let open = false;

    function toggle(): void {
      open = !open;
      launcher.setOpen(open);
      if (open) {
        frame.src ||= address;
        drawer.open();
        frame.focus();
      } else {
        drawer.close();
        launcher.focus();
      }
    }

    function onMessage({ source, data }: MessageEvent): void {
      if (open && source === frame.contentWindow && data === CLOSE_PANEL) toggle();
    }

    frame.title = launcherTexts.label;
    addEventListener('message', onMessage);
    clearPage();
    // As the last of a document, Firefox would not tab on from a shadow root.
    document.head.after(launcher.element, drawer.element);
    clear = () => {
      removeEventListener('message', onMessage);
      launcher.remove();
      drawer.remove();
    };
    return launcher;
  }

  function remove(): void {
    clear();
    launcher = undefined;
  }

  function hide(): void {
    remove();
    onHide();
  }

  return {
    show(look) {
      if (launcher) launcher.setLook(look);
      else launcher = create(look);
    },
    remove,
  };
}
