const REPLACED = 'noticeboard:replaced';

/**
 * Ends every earlier run of this script on the page, be it one that an update of the extension has cut off. `leave` is
 * called when a later run does the same to this one.
 */
export function makeWay(leave: () => void): void {
  document.dispatchEvent(new Event(REPLACED));
  document.addEventListener(REPLACED, leave, { once: true });
}

/**
 * Clears the page of what else of Noticeboard is on it: what an update has left behind that hears nothing any more, or a
 * drop-in, because the person's own choice goes first.
 */
export function clearPage(): void {
  for (const element of document.querySelectorAll('[data-noticeboard]')) element.remove();
}
