import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { bundleScript, bundleStylesheet } from '../../../scripts/bundle.ts';
import { bundles } from '../../../scripts/bundles.ts';
import type { Browser } from '../../../scripts/manifest.ts';
import { manifestFor } from '../../../scripts/manifest.ts';

export interface BuildOptions {
  /** The hub's address that it starts with; empty: it asks. */
  readonly hub: string;
  /** Host patterns that it holds from the start: headless Chromium cannot be asked for them. */
  readonly granted: readonly string[];
}

/** A release of the extension. */
export interface Release {
  readonly version: string;
  /** The folder of its sources. */
  readonly sources: string;
}

/** Builds the unpacked extension as `npm run build` does, into that directory, over what is there. */
export async function buildExtension(
  directory: string,
  browser: Browser,
  { version, sources }: Release,
  { hub, granted }: BuildOptions,
): Promise<void> {
  const scripts = bundles.filter(({ output }) => output.startsWith(`${browser}/`));
  const manifest: object = JSON.parse(manifestFor(browser, await readFile('manifest.json', 'utf8'), version));
  const held = granted.length === 0 ? {} : { host_permissions: granted };
  await Promise.all([
    ...scripts.map(async (bundle) => {
      const { text } = await bundleScript(
        { ...bundle, entry: join(sources, bundle.entry) },
        { HUB_URL: JSON.stringify(hub) },
      );
      await writeFile(join(directory, basename(bundle.output)), text);
    }),
    writeFile(join(directory, 'manifest.json'), JSON.stringify({ ...manifest, ...held })),
    writeFile(join(directory, 'panel.css'), await bundleStylesheet('widget/ui/style/panel.css')),
    cp('extension/panel/panel.html', join(directory, 'panel.html')),
    cp('extension/managed_schema.json', join(directory, 'managed_schema.json')),
    cp('extension/relay/relay.html', join(directory, 'relay.html')),
    cp('extension/icons', join(directory, 'icons'), { recursive: true }),
  ]);
}
