import css from 'virtual:first.css';
import type { Home } from '../ui/home.ts';
import { loadEditor, loadLater, loadMore } from '../ui/loadLater.ts';
import { beside, handOver, scriptAddress } from '../ui/loadScript.ts';
import { mountPanel } from '../ui/mount.tsx';
import type { EditorWithStyles } from './editor.ts';
import type { LaterWithStyles } from './later.ts';
import type { MoreWithStyles } from './more.ts';

/** As long as the drawer takes to slide away, in milliseconds. */
const SLIDE = 160;

const here = scriptAddress();
const loadLaterPart = loadLater<LaterWithStyles>(beside('noticeboard-later.js', here));
const loadMorePart = loadMore<MoreWithStyles>(beside('noticeboard-more.js', here), loadLaterPart);
const loadEditorPart = loadEditor<EditorWithStyles>(beside('noticeboard-editor.js', here));

/** Shows the panel in an open shadow root, out of reach of the page's styles. */
function showPanel(content: HTMLElement, home: Omit<Home, 'later' | 'more' | 'editor'>): () => void {
  // It announced the loading; the panel announces for itself.
  content.removeAttribute('role');
  const root = content.shadowRoot ?? content.attachShadow({ mode: 'open' });
  const container = document.createElement('div');
  const later = withStyles(root, loadLaterPart);
  const more = withStyles(root, loadMorePart);
  const editor = withStyles(root, loadEditorPart);
  root.adoptedStyleSheets = [sheetOf(css)];
  root.replaceChildren(container);
  const unmount = mountPanel(container, { ...home, later, more, editor });
  return () => {
    setTimeout(() => {
      unmount();
      container.remove();
    }, SLIDE);
  };
}

/** Has a part bring its styles along. */
function withStyles<P extends { css: string }>(root: ShadowRoot, load: () => Promise<P>): () => Promise<P> {
  let styled = false;
  return async () => {
    const part = await load();
    if (!styled) root.adoptedStyleSheets.push(sheetOf(part.css));
    styled = true;
    return part;
  };
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

handOver(showPanel);
