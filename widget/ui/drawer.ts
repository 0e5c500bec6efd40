import { createHost } from './launcherHost.ts';

/** A drawer at the inline end of the page, 420 px wide and as high as the window; it is put into the page by its caller. */
export interface Drawer {
  readonly element: HTMLElement;
  open(): void;
  /** Hides it; what is inside keeps its state and takes no focus. */
  close(): void;
  remove(): void;
}

const style = `
.drawer{
  --off:100%;position:fixed;z-index:9000;inset-block:0;inset-inline-end:0;inline-size:min(420px,100vw);
  visibility:hidden;translate:var(--off);transition:translate 160ms ease-out,visibility 0s 160ms;background:#fff}
.drawer:dir(rtl){--off:-100%}
.open{visibility:visible;translate:none;transition-delay:0s;box-shadow:0 0 24px #0003,0 0 0 1px #e2e6e9}
.drawer>*{display:block;inline-size:100%;block-size:100%;border:0}
@media(prefers-color-scheme:dark){.drawer{background:#16191c}.open{box-shadow:0 0 24px #0009,0 0 0 1px #30363c}}
@media(prefers-reduced-motion:reduce){.drawer{transition:none}}
@media(forced-colors:active){.drawer{border-inline-start:1px solid CanvasText;box-sizing:border-box}}
`;

/** Puts the content (a frame, or an element that the panel is mounted in) into a drawer, closed. */
export function createDrawer(content: HTMLElement): Drawer {
  const { element, root } = createHost('drawer', style);
  const box = document.createElement('div');
  box.className = 'drawer';
  box.inert = true;
  box.append(content);
  root.append(box);

  function show(open: boolean): void {
    box.inert = !open;
    box.classList.toggle('open', open);
  }

  return {
    element,
    open: () => show(true),
    close: () => show(false),
    remove: () => element.remove(),
  };
}
