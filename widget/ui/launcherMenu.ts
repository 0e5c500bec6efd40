interface Menu {
  readonly element: HTMLElement;
  /** Opens it with the focus on its first entry. */
  open(): void;
}

/**
 * A list of buttons, hidden: label → what it does. It stays open until the focus leaves it, so that an entry can be repeated;
 * Escape gives the focus back to the opener.
 */
export function createMenu(opener: HTMLElement, entries: Readonly<Record<string, () => void>>): Menu {
  const element = document.createElement('div');
  element.className = 'menu';
  element.hidden = true;
  const items = Object.keys(entries).map((label) => {
    const item = document.createElement('button');
    item.textContent = label;
    item.onclick = ({ isTrusted }) => {
      // What is chosen here is kept, so it takes a person: a page may press our buttons, and gets nothing by it.
      if (!isTrusted) return;
      // Safari and Firefox on a Mac give a clicked button no focus, and the menu would close.
      item.focus();
      entries[label]?.();
    };
    return item;
  });
  element.append(...items);
  element.addEventListener('focusout', ({ relatedTarget }) => {
    element.hidden = !element.contains(relatedTarget instanceof Node ? relatedTarget : null);
  });

  element.onkeydown = ({ key }) => {
    if (key === 'Escape') opener.focus();
  };

  return {
    element,
    open() {
      element.hidden = false;
      items[0]?.focus();
    },
  };
}
