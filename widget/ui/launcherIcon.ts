const svg = 'http://www.w3.org/2000/svg';

/** The mark: a pin on a tile, 16 x 16. */
const mark: readonly Shape[] = [
  ['rect', { class: 'tile', width: '16', height: '16', rx: '3.5' }],
  [
    'path',
    {
      class: 'pin',
      d: 'M5 2.4h6v1.7h-.6l.2 2.9q1.7.6 1.7 2.3H8.7l-.4 4.3h-.6l-.4-4.3H3.7q0-1.7 1.7-2.3l.2-2.9H5z',
    },
  ],
];

const chevron: readonly Shape[] = [['path', { class: 'chevron', d: 'M6 3.5 10.5 8 6 12.5' }]];

const shapes = { mark, chevron };

type Shape = readonly [tag: string, attributes: Readonly<Record<string, string>>];

/** A picture that says nothing by itself: the button beside it has the words. */
export function icon(name: keyof typeof shapes): SVGElement {
  const picture = element('svg', { class: name, viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  for (const [tag, attributes] of shapes[name]) picture.append(element(tag, attributes));
  return picture;
}

function element(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const made = document.createElementNS(svg, tag);
  if (!(made instanceof SVGElement)) throw new TypeError(tag);
  for (const name of Object.keys(attributes)) made.setAttribute(name, attributes[name] ?? '');
  return made;
}
