interface Menu {
  readonly element: HTMLElement;
  /** Opens it with the focus on its first entry; Escape gives the focus back to the opener. */
  open(opener: HTMLElement): void;
}

/** A list of buttons: label → what it does. It stays open until the focus leaves it, so that an entry can be repeated. */
export function createMenu(entries: Readonly<Record<string, () => void>>): Menu {
  const element = document.createElement('div');
  element.className = 'menu';
  element.hidden = true;
  const items = Object.keys(entries).map((label) => {
    const item = document.createElement('button');
    item.textContent = label;
    item.onclick = () => {
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

  return {
    element,
    open(opener) {
      element.hidden = false;
      items[0]?.focus();
      element.onkeydown = ({ key }) => key === 'Escape' && opener.focus();
    },
  };
}
