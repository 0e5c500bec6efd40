/** As a `ref`: an element that takes the focus when it appears. */
export function focusNow(element: HTMLElement | null): void {
  element?.focus();
}

/** As a `ref` of a form: its first field takes the focus when it appears. */
export function focusFirst(element: HTMLElement | null): void {
  element?.querySelector<HTMLElement>('[data-first], [role=switch], button')?.focus();
}

/** For the focus to go to an element that the next drawing shows. */
export function afterDrawing(work: () => void): void {
  setTimeout(work);
}

/** The focused element, in a document as in a shadow root. */
export function focusedIn(element: Element | null): HTMLElement | null {
  const root = element?.getRootNode();
  const focused = root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
  return focused instanceof HTMLElement ? focused : null;
}
