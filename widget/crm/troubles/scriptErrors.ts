/** Asks whoever collects already; its `detail` is a list to put the lines into. */
const QUESTION = 'noticeboard:errors';
/** Lines that are kept, the newest ones, and how long each may be. */
const MOST = 50;
const LONGEST = 2_000;

/**
 * The errors of this page's scripts, oldest first, since it was first called: from then on they are collected, in the page's
 * memory and without leaving a global behind. To be called in the page's own world, where its errors can be heard.
 */
export function scriptErrors(): string[] {
  const lines: string[] = [];
  const question = new CustomEvent(QUESTION, { detail: lines, cancelable: true });
  if (document.dispatchEvent(question)) collect();
  return lines;
}

function collect(): void {
  const kept: string[] = [];
  const keep = (line: string) => {
    kept.push(line.slice(0, LONGEST));
    if (kept.length > MOST) kept.shift();
  };
  addEventListener('error', ({ message, filename, lineno, colno }) => {
    keep(`${message} (${lineno}:${colno} ${filename})`);
  });
  addEventListener('unhandledrejection', ({ reason }) => keep(`Unhandled rejection: ${reason}`));
  document.addEventListener(QUESTION, (event) => {
    if (!(event instanceof CustomEvent) || !Array.isArray(event.detail)) return;
    event.preventDefault();
    event.detail.push(...kept);
  });
}
