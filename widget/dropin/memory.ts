/**
 * What the launcher has to know on the next page, before anything is loaded:
 * `side`, `bottom` where it sits · `hidden` it was hidden · `unseen` there is news · `waiting` the outbox is not empty.
 */
type Name = 'side' | 'bottom' | 'hidden' | 'unseen' | 'waiting';

// Several installs on one host keep apart what is theirs, and share the outbox.
const key = (name: Name) => `noticeboard.${name === 'waiting' ? '' : location.pathname.replace(/[^/]*$/, '')}${name}`;

/** Null when it is not there, or the browser lets nobody look. */
export function recall(name: Name): string | null {
  try {
    return localStorage.getItem(key(name));
  } catch {
    return null;
  }
}

/** Keeps it for this CRM, if the browser lets it. Empty is as good as not there. */
export function remember(name: Name, value: string): void {
  try {
    localStorage.setItem(key(name), value);
  } catch {
    // A launcher that forgets its place is still a launcher.
  }
}
