interface Dragging {
  readonly allowed: () => boolean;
  /** Told for each step: the edge that is nearer, and where the lower end is, as a share of the window's height. */
  readonly onDrag: (side: 'start' | 'end', bottom: number) => void;
  readonly onDrop: () => void;
  /** A press that went nowhere, by pointer or key. */
  readonly onClick: () => void;
}

/** Below this many pixels a press is a click. */
const slack = 4;

/** Lets a button at the edge of the window be dragged along it, and over to the other edge. */
export function letDrag(button: HTMLElement, { allowed, onDrag, onDrop, onClick }: Dragging): void {
  let grip: { readonly x: number; readonly y: number; readonly below: number } | null = null;
  let moved = false;

  button.addEventListener('pointerdown', ({ button: pressed, clientX: x, clientY: y, pointerId }) => {
    moved = false;
    if (pressed !== 0 || !allowed()) return;
    grip = { x, y, below: button.getBoundingClientRect().bottom - y };
    button.setPointerCapture(pointerId);
  });
  button.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (grip === null || (!moved && Math.hypot(clientX - grip.x, clientY - grip.y) < slack)) return;
    moved = true;
    const right = clientX > innerWidth / 2;
    const leftToRight = getComputedStyle(button).direction === 'ltr';
    onDrag(right === leftToRight ? 'end' : 'start', 1 - (clientY + grip.below) / innerHeight);
  });
  button.addEventListener('lostpointercapture', () => {
    grip = null;
    if (moved) onDrop();
  });
  button.addEventListener('click', () => {
    if (!moved) onClick();
    moved = false;
  });
}
