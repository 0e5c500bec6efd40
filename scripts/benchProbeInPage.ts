import { adapters } from '../widget/crm/adapters.ts';
import { readPage } from '../widget/crm/readPage.ts';

/**
 * Times the work on the page that it runs in, `probe` being the text of the injected script. Milliseconds, each the median of
 * that many runs: `recognised` finding the adapter that knows the page, or that none does · `read` that, and reading every
 * fact · `probed` all of it as the browser runs the injected script, compiled anew.
 */
export function timeProbe(probe: string, runs: number): Record<'recognised' | 'read' | 'probed', number> {
  return {
    recognised: median(runs, () => adapters.find(({ recognises }) => recognises(document))),
    read: median(runs, () => readPage(document, location.href)),
    probed: median(runs, (turn) => {
      const script = document.createElement('script');
      // Never the same text twice: the browser would remember what it made of it.
      script.textContent = `${probe}//${turn}`;
      document.head.append(script);
      script.remove();
    }),
  };
}

function median(runs: number, work: (turn: number) => unknown): number {
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn += 1) {
    const start = performance.now();
    work(turn);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
