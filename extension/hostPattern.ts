/**
 * The permission pattern of the host of an address, `http://host/*`. Without a port: Firefox knows no pattern with one.
 * So a permission may reach further than a CRM, and whoever relies on it compares base URLs.
 */
export function hostPattern(address: string): string {
  const { protocol, hostname } = new URL(address);
  return `${protocol}//${hostname}/*`;
}

/** The pattern of an install's own pages, `http://host/vtigercrm/*`: of what is granted, where its scripts run. */
export function installPattern(baseUrl: string): string {
  const { protocol, hostname, pathname } = new URL(baseUrl);
  return `${protocol}//${hostname}${pathname}*`;
}
