/**
 * The permission pattern of the host that a CRM is on, `http://host/*`. Without a port: Firefox knows no pattern with one.
 * So a permission may reach further than the CRM, and whoever relies on it compares base URLs.
 */
export function hostPattern(baseUrl: string): string {
  const { protocol, hostname } = new URL(baseUrl);
  return `${protocol}//${hostname}/*`;
}

/** The pattern of an install's own pages, `http://host/vtigercrm/*`: of what is granted, where its scripts run. */
export function installPattern(baseUrl: string): string {
  const { protocol, hostname, pathname } = new URL(baseUrl);
  return `${protocol}//${hostname}${pathname}*`;
}
