/** Below this many pixels a press is a click. */
const slack = 4;

/**
 * Lets a button at the edge of the window be dragged along it. `onDrag` is told for each step where its lower end is, as
 * a share of the window's height; `onClick` of a press that went nowhere, by pointer or key.
 */
export function letDrag(
  button: HTMLElement,
  onDrag: (bottom: number) => void,
  onDrop: () => void,
  onClick: () => void,
): void {
  let from = 0;
  let below = 0;
  let moved = false;

  button.onpointerdown = ({ clientY, pointerId, buttons }) => {
    moved = false;
    from = clientY;
    below = button.getBoundingClientRect().bottom - clientY;
    if (buttons === 1) button.setPointerCapture(pointerId);
  };
  button.onpointermove = ({ clientY, pointerId }) => {
    if (!button.hasPointerCapture(pointerId)) return;
    moved ||= Math.abs(clientY - from) > slack;
    if (moved) onDrag(1 - (clientY + below) / innerHeight);
  };
  button.onlostpointercapture = () => {
    if (moved) onDrop();
  };
  button.onclick = () => {
    if (!moved) onClick();
    moved = false;
  };
}
