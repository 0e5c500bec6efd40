// What a page may listen to on its document: a key that closes its menus, a click beside them, a focus that it takes back.
const ours = [
  'keydown keyup keypress click dblclick contextmenu mousedown mouseup pointerdown pointerup touchstart touchend',
  'focusin focusout input change copy cut paste dragenter dragover drop',
]
  .join(' ')
  .split(' ');

/**
 * An element for a page that is not ours, with an open shadow root: the page's styles stay out, and what happens inside
 * does not reach the page's handlers. The attribute `data-noticeboard` is the mark that Noticeboard is here.
 */
export function createHost(part: 'launcher' | 'drawer', css: string): { element: HTMLElement; root: ShadowRoot } {
  const element = document.createElement('div');
  element.setAttribute('data-noticeboard', part);
  const root = element.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  // Important in here beats important in the page. `all` leaves the direction alone, so it follows the document's.
  sheet.replaceSync(`:host{all:initial!important;display:contents!important}${css}`);
  root.adoptedStyleSheets = [sheet];
  for (const type of ours) element.addEventListener(type, (event) => event.stopPropagation());
  return { element, root };
}
