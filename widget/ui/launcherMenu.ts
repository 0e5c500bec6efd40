import { launcherTexts } from './launcherTexts.ts';

interface Menu {
  readonly element: HTMLElement;
  /** Opens it with the focus on its first entry; Escape and Tab give the focus back to the opener. */
  open(opener: HTMLElement): void;
}

/** A menu of buttons: label → what it does. It stays open until the focus leaves it, so that an entry can be repeated. */
export function createMenu(entries: Readonly<Record<string, () => void>>): Menu {
  const element = document.createElement('div');
  element.className = 'menu';
  element.hidden = true;
  element.setAttribute('role', 'menu');
  element.setAttribute('aria-label', launcherTexts.menu);
  for (const label of Object.keys(entries)) {
    const item = document.createElement('button');
    item.type = 'button';
    item.tabIndex = -1;
    item.setAttribute('role', 'menuitem');
    item.textContent = label;
    item.addEventListener('click', () => {
      item.focus();
      entries[label]?.();
    });
    element.append(item);
  }

  let opener: HTMLElement | null = null;
  element.addEventListener('focusout', ({ relatedTarget }) => {
    element.hidden = !(relatedTarget instanceof Node && element.contains(relatedTarget));
  });
  element.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!(target instanceof Element)) return;
    const next =
      key === 'ArrowDown'
        ? (target.nextElementSibling ?? element.firstElementChild)
        : key === 'ArrowUp'
          ? (target.previousElementSibling ?? element.lastElementChild)
          : key === 'Escape' || key === 'Tab'
            ? opener
            : null;
    if (!(next instanceof HTMLElement)) return;
    event.preventDefault();
    next.focus();
  });

  return {
    element,
    open(from) {
      opener = from;
      element.hidden = false;
      const first = element.firstElementChild;
      if (first instanceof HTMLElement) first.focus();
    },
  };
}
