import css from 'virtual:first.css';
import type { Home } from '../ui/home.ts';
import { loadLater } from '../ui/loadLater.ts';
import { beside, handOver, scriptAddress } from '../ui/loadScript.ts';
import { mountPanel } from '../ui/mount.tsx';
import type { LaterWithStyles } from './later.ts';

/** As long as the drawer takes to slide away, in milliseconds. */
const SLIDE = 160;

const loadPart = loadLater<LaterWithStyles>(beside('noticeboard-later.js', scriptAddress()));

/** Shows the panel in an open shadow root, out of reach of the page's styles. */
function showPanel(content: HTMLElement, home: Omit<Home, 'later'>): () => void {
  // It announced the loading; the panel announces for itself.
  content.removeAttribute('role');
  const root = content.shadowRoot ?? content.attachShadow({ mode: 'open' });
  const container = document.createElement('div');
  const later = async () => {
    const part = await loadPart();
    setStyles(root, css, part.css);
    return part;
  };
  setStyles(root, css);
  root.replaceChildren(container);
  const unmount = mountPanel(container, { ...home, later });
  return () => {
    setTimeout(() => {
      unmount();
      container.remove();
    }, SLIDE);
  };
}

function setStyles(root: ShadowRoot, ...texts: string[]): void {
  root.adoptedStyleSheets = texts.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
}

handOver(showPanel);
