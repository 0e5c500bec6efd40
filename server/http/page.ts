import { createHash } from 'node:crypto';
import type { Context } from 'hono';

/** What stands inside the elements of a page: to the letter, or the browser ignores it. */
export interface Inline {
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
}

/** A page for people: it loads nothing but our own files, and nobody frames it. */
export function pageResponse(c: Context, html: string, { scripts = [], styles = [] }: Inline): Response {
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...scripts.map(hashOf)].join(' '),
    // Named as well: from a frame of opaque origin, such as the relay's, Firefox lets no POST go to 'self'.
    `connect-src 'self' ${new URL(c.req.url).origin}`,
    ["style-src 'self'", ...styles.map(hashOf)].join(' '),
    'img-src data:',
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ];
  c.header('Content-Security-Policy', policy.join('; '));
  c.header('Cache-Control', 'no-store');
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  c.header('X-Frame-Options', 'DENY');
  return c.html(html);
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
