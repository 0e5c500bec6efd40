export const operatingSystems = ['Linux', 'Windows', 'macOS', 'BSD'] as const;
export type OperatingSystem = (typeof operatingSystems)[number];

const signs: Record<OperatingSystem, RegExp> = {
  Linux: /linux|ubuntu|debian|centos|fedora|red ?hat|rhel|rocky|alma|suse/i,
  Windows: /windows|winnt/i,
  macOS: /darwin|mac ?os/i,
  BSD: /bsd/i,
};

/** The operating system that an install's own words mean, such as `Ubuntu 22.04`; null when they mean none we know. */
export function operatingSystemOf(told: string): OperatingSystem | null {
  return operatingSystems.find((name) => signs[name].test(told)) ?? null;
}
