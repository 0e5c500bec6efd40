import css from 'virtual:panel.css';
import type { Home } from '../ui/home.ts';
import { mountPanel } from '../ui/mount.tsx';
import { handOver } from './chunk.ts';

/** As long as the drawer takes to slide away, in milliseconds. */
const SLIDE = 160;

/** Shows the panel in an open shadow root, out of reach of the page's styles. */
function showPanel(content: HTMLElement, home: Home): () => void {
  // It announced the loading; the panel announces for itself.
  content.removeAttribute('role');
  const root = content.shadowRoot ?? withStyles(content.attachShadow({ mode: 'open' }));
  const container = document.createElement('div');
  root.replaceChildren(container);
  const unmount = mountPanel(container, home);
  return () => {
    setTimeout(() => {
      unmount();
      container.remove();
    }, SLIDE);
  };
}

function withStyles(root: ShadowRoot): ShadowRoot {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  return root;
}

handOver(showPanel);
