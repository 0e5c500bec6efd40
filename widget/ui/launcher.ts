import { letDrag } from './launcherDrag.ts';
import { createHost, pageDirection } from './launcherHost.ts';
import { createMenu } from './launcherMenu.ts';
import { launcherTexts as texts } from './launcherTexts.ts';

/** What a launcher shows and where it sits. */
export interface LauncherLook {
  readonly label: string;
  readonly dot: boolean;
  readonly side: 'start' | 'end';
  /** Distance of its lower end from the bottom of the window, as a share of the window's height. */
  readonly bottom: number;
}

export interface Launcher {
  readonly element: HTMLElement;
  setLook(look: LauncherLook): void;
  /** Open, it rides on the drawer's edge, whatever its own side is. */
  setOpen(open: boolean): void;
  focus(): void;
  remove(): void;
}

interface LauncherOptions {
  readonly look: LauncherLook;
  readonly onToggle: () => void;
  /** Told after the person moved it; it has moved already. */
  readonly onMove: (side: LauncherLook['side'], bottom: number) => void;
  readonly onHide: () => void;
}

/**
 * The button at the edge of a page that opens the drawer; it is put into the page by its caller. It is dragged along the
 * edge, or moved and hidden through its menu: right click, menu key, or Alt and arrow down.
 */
export function createLauncher({ look, onToggle, onMove, onHide }: LauncherOptions): Launcher {
  const button = document.createElement('button');
  const mark = document.createElement('span');
  const menu = createMenu(button, {
    [texts.up]: () => move(look.side, look.bottom + 0.05),
    [texts.down]: () => move(look.side, look.bottom - 0.05),
    [texts.across]: () => move(look.side === 'end' ? 'start' : 'end', look.bottom),
    [texts.hide]: onHide,
  });
  let open = false;

  function draw(): void {
    // Its tooltip is its name.
    button.title = look.dot ? `${look.label}, ${texts.unseen}` : look.label;
    button.ariaExpanded = String(open);
    button.className = `launcher${look.dot ? ' dot' : ''}${open ? ' open' : ''}`;
    for (const part of [button, menu.element]) {
      part.dir = (pageDirection() === 'rtl') === (open || look.side === 'end') ? 'rtl' : 'ltr';
      part.style.setProperty('--bottom', String(look.bottom));
    }
  }

  function place(side: LauncherLook['side'], bottom: number): void {
    look = { ...look, side, bottom: Math.min(1, Math.max(0, bottom)) };
    draw();
  }

  function move(side: LauncherLook['side'], bottom: number): void {
    place(side, bottom);
    onMove(side, look.bottom);
  }

  mark.className = 'mark';
  button.append(mark);
  draw();
  letDrag(
    button,
    (bottom) => place(look.side, bottom),
    () => onMove(look.side, look.bottom),
    onToggle,
  );
  button.oncontextmenu = (event) => {
    event.preventDefault();
    menu.open();
  };
  button.onkeydown = ({ key, altKey }) => {
    if (key === 'Escape' && open) onToggle();
    if (key === 'ArrowDown' && altKey) menu.open();
  };
  const element = createHost(button, menu.element);

  return {
    element,
    setLook(next) {
      look = next;
      draw();
    },
    setOpen(next) {
      open = next;
      draw();
    },
    focus: () => button.focus(),
    remove: () => element.remove(),
  };
}
