/** Below this many pixels a press is a click. */
const slack = 4;

interface Dragging {
  /** Told for each step where the lower end is, as a share of the window's height. */
  readonly onDrag: (bottom: number) => void;
  readonly onDrop: () => void;
  /** A press that went nowhere, by pointer or key. */
  readonly onClick: () => void;
}

/** Lets a button at the edge of the window be dragged along it. */
export function letDrag(button: HTMLElement, { onDrag, onDrop, onClick }: Dragging): void {
  let from: number | null = null;
  let below = 0;
  let moved = false;

  button.onpointerdown = ({ clientY, pointerId, isPrimary, buttons }) => {
    moved = false;
    if (!isPrimary || buttons !== 1) return;
    from = clientY;
    below = button.getBoundingClientRect().bottom - clientY;
    button.setPointerCapture(pointerId);
  };
  button.onpointermove = ({ clientY }) => {
    if (from === null || (!moved && Math.abs(clientY - from) < slack)) return;
    moved = true;
    onDrag(1 - (clientY + below) / innerHeight);
  };
  button.onlostpointercapture = () => {
    from = null;
    if (moved) onDrop();
  };
  button.onclick = () => {
    if (!moved) onClick();
    moved = false;
  };
}
