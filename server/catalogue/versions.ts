/**
 * Compares a version with a bound as far as the bound goes: negative when it is older, positive when it is newer, and 0 for
 * `8.4.1` against `8.4`. What follows the numbers (`8.0.0-beta`) does not count.
 */
export function compareVersions(version: string, bound: string): number {
  const parts = numbersOf(version);
  for (const [index, part] of numbersOf(bound).entries()) {
    const difference = (parts[index] ?? 0) - part;
    if (difference !== 0) return difference;
  }
  return 0;
}

function numbersOf(version: string): number[] {
  return (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '0').split('.').map(Number);
}
