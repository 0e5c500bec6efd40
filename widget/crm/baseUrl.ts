import { limits } from '../contract/limits.ts';

/**
 * The base URL of the install that serves an address: origin and directory, with a slash at the end. Null for an address
 * that is not http(s), or too long to be one.
 */
export function baseUrlOf(url: URL): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  const base = url.origin + url.pathname.slice(0, url.pathname.lastIndexOf('/') + 1);
  return base.length <= limits.url ? base : null;
}
