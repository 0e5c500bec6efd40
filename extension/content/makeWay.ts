const REPLACED = 'noticeboard:replaced';

/**
 * Clears the page of every launcher that is there, be it of an earlier run of this script, of one that an update of the
 * extension has cut off, or of a drop-in: the person's own choice goes first. `leave` is called when a later run does so.
 */
export function makeWay(leave: () => void): void {
  document.dispatchEvent(new Event(REPLACED));
  // What an update has cut off hears nothing any more.
  for (const element of document.querySelectorAll('[data-noticeboard]')) element.remove();
  document.addEventListener(REPLACED, leave, { once: true });
}
