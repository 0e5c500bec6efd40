import { createHost, pageDirection } from './launcherHost.ts';

/**
 * A drawer at the inline end of the page, as high as the window and 420 px wide, or less where the launcher on its edge
 * would have no room. It is put into the page by its caller.
 */
export interface Drawer {
  readonly element: HTMLElement;
  open(): void;
  /** Hides it; what is inside keeps its state and takes no focus. */
  close(): void;
  remove(): void;
}

/** Puts the content (a frame, or an element that the panel is mounted in) into a drawer, closed. */
export function createDrawer(content: HTMLElement): Drawer {
  const drawer = document.createElement('div');

  function show(open: boolean): void {
    drawer.dir = pageDirection();
    drawer.inert = !open;
    drawer.className = open ? 'drawer open' : 'drawer';
  }

  show(false);
  drawer.append(content);
  const element = createHost(drawer);
  return {
    element,
    open: () => show(true),
    close: () => show(false),
    remove: () => element.remove(),
  };
}
