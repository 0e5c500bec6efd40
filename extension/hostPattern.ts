/**
 * The permission pattern of the host that a CRM is on, `http://host/*`. Without a port: Firefox knows no pattern with one.
 * So a permission may reach further than the CRM, and whoever relies on it compares base URLs.
 */
export function hostPattern(baseUrl: string): string {
  const { protocol, hostname } = new URL(baseUrl);
  return `${protocol}//${hostname}/*`;
}
