import { useEffect, useState } from 'preact/hooks';
import type { Home } from './home.ts';
import type { Later } from './later.ts';

/** What is loaded later: null until it was needed and has come; `failed` while it cannot be had. */
export function useLater(
  load: Home['later'],
  needed: boolean,
): { later: Later | null; failed: boolean; retry: () => void } {
  const [later, setLater] = useState<Later | null>(null);
  const [failed, fail] = useState(false);
  const retry = () => {
    load().then(setLater, () => fail(true));
  };
  useEffect(() => {
    if (needed) retry();
  }, [needed]);
  return { later, failed: failed && !later, retry };
}
