import { launcherStyle } from './launcherStyle.ts';

// What a page listens to on its document: keys and clicks that close its menus, a focus that it takes back.
const events = 'keydown keyup keypress click contextmenu mousedown pointerdown touchstart focusin input change paste';

/**
 * Puts a part of ours into an element for a page that is not ours: in its open shadow root the page's styles do not reach
 * it, and its events do not reach the page's handlers. `data-noticeboard` is the mark that Noticeboard is here.
 */
export function createHost(...parts: HTMLElement[]): HTMLElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(launcherStyle);
  root.adoptedStyleSheets = [sheet];
  root.append(...parts);
  host.dataset.noticeboard = parts[0]?.classList[0] ?? '';
  for (const type of events.split(' ')) host.addEventListener(type, (event) => event.stopPropagation());
  // A dialog of the page listens to the focus on its way down, and takes it back from whatever is outside of the dialog.
  addEventListener('focus', (event) => event.target === host && event.stopPropagation(), true);
  return host;
}

/** The page's direction, `ltr` or `rtl`, whether an attribute or a stylesheet says it. */
export function pageDirection(): string {
  return getComputedStyle(document.documentElement).direction;
}
