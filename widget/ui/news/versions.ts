type Bound = readonly number[];

function segments(version: string): Bound {
  return version.split(/[.+-]/).map((segment) => Number.parseInt(segment, 10) || 0);
}

// As many segments as the bound has: 8.4 stands for every 8.4.x.
function compare(version: Bound, bound: Bound): number {
  for (let at = 0; at < bound.length; at++) {
    const difference = (version[at] ?? 0) - (bound[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a version such as `8.4.1` lies in a range: `8.4`, `8.0-8.4` (both ends with all that is in them) or `8.2-`. */
export function inRange(version: string, range: string): boolean {
  const [from = '', to = from] = range.split('-').map((end) => end.trim());
  const own = segments(version);
  return compare(own, segments(from)) >= 0 && (to === '' || compare(own, segments(to)) <= 0);
}

/** `8.4` of `8.4.1`: as releases are spoken of. */
export function release(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
