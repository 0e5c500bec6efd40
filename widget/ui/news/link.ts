/** The address as an absolute one, when it is or can be made one; undefined otherwise. */
export function resolve(address: string, base: string | undefined): URL | undefined {
  try {
    return new URL(address, base || undefined);
  } catch {
    return undefined;
  }
}

/**
 * An address that a person may follow, as written when it is complete: http, https or mailto. Undefined for any other,
 * such as javascript: or data:.
 */
export function safeLink(address: string, base: string | undefined): string | undefined {
  const written = address.trim();
  const url = written ? resolve(written, base) : undefined;
  if (!url || !/^(https?|mailto):$/.test(url.protocol)) return undefined;
  return /^https?:\/\/\S+$/i.test(written) ? written : url.href;
}
