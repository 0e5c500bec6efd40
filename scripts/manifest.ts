import * as z from 'zod/mini';

/** The source manifest: what both browsers share, and under `targets` what each has of its own. */
const source = z.looseObject({
  targets: z.object({ chrome: z.record(z.string(), z.unknown()), firefox: z.record(z.string(), z.unknown()) }),
});

export type Browser = 'chrome' | 'firefox';

/** The manifest.json of one browser, as text. Throws when the source lacks a target. */
export function manifestFor(browser: Browser, sourceText: string, version: string): string {
  const { targets, ...shared } = source.parse(JSON.parse(sourceText));
  return `${JSON.stringify({ ...shared, version, ...targets[browser] }, null, 2)}\n`;
}
