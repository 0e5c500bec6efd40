import { useEffect, useState } from 'preact/hooks';

/** A part that is loaded later: null until it was needed and has come; `failed` while it cannot be had. */
export function useLater<P>(
  load: () => Promise<P>,
  needed: boolean,
): { part: P | null; failed: boolean; retry: () => void } {
  const [part, setPart] = useState<P | null>(null);
  const [failed, fail] = useState(false);
  const retry = () => {
    load().then(
      (loaded) => setPart(() => loaded),
      () => fail(true),
    );
  };
  useEffect(() => {
    if (needed) retry();
  }, [needed]);
  return { part, failed: failed && !part, retry };
}
