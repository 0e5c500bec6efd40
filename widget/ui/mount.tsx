import { render } from 'preact';
import type { Home } from './home.ts';
import { Panel } from './Panel.tsx';

/**
 * Draws the panel into an element of a document or shadow root that already has the stylesheet, and puts the focus into
 * it. Returns the function that takes it away again, storing what was typed last.
 */
export function mountPanel(container: Element, home: Home): () => void {
  render(<Panel home={home} />, container);
  return () => render(null, container);
}
