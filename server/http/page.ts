import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** Headers of every HTML page: it loads nothing but our own files, and nobody frames it. */
function pageHeaders(inlineScripts: readonly string[]): Record<string, string> {
  const hashes = inlineScripts.map((script) => `'sha256-${createHash('sha256').update(script).digest('base64')}'`);
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      ["script-src 'self'", ...hashes].join(' '),
      "connect-src 'self'",
      "style-src 'self'",
      'img-src data:',
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
  };
}

/** A page for people. Inline scripts must be named, to the letter, or they do not run. */
export function pageResponse(c: Context, html: string, inlineScripts: readonly string[] = []): Response {
  for (const [name, value] of Object.entries(pageHeaders(inlineScripts))) c.header(name, value);
  return c.html(html);
}
