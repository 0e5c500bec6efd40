import type { Home } from './home.ts';

/**
 * Draws the panel into an element of a document or shadow root that already has the stylesheet, and puts the focus into
 * it. Returns the function that takes it away again, storing what was typed last.
 */
export function mountPanel(_container: Element, _home: Home): () => void {
  throw new Error('to be written');
}
