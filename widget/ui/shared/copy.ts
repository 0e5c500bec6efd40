/**
 * Puts a text on the clipboard; to be called soon after a click. False when the browser does not let us. The newer
 * `navigator.clipboard` is missing on plain HTTP, and refuses in a frame.
 */
export function copy(text: string): boolean {
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  addEventListener('copy', fill, { capture: true, once: true });
  const copied = document.execCommand('copy');
  removeEventListener('copy', fill, { capture: true });
  return copied;
}
