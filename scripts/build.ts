import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleScript, bundleStylesheet } from './bundle.ts';
import type { Bundle } from './bundles.ts';
import { bundles } from './bundles.ts';
import type { Browser } from './manifest.ts';
import { manifestFor } from './manifest.ts';
import { writeModule } from './module.ts';
import { packageVersion } from './packageVersion.ts';

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function writeBundle(bundle: Bundle, define: Record<string, string>): Promise<void> {
  const { text, metafile } = await bundleScript(bundle, define);
  await write(`dist/${bundle.output}`, text);
  await write(`dist/meta/${bundle.output}.json`, JSON.stringify(metafile));
}

async function writeExtension(browser: Browser, version: string): Promise<void> {
  const manifest = manifestFor(browser, await readFile('manifest.json', 'utf8'), version);
  await write(`dist/${browser}/manifest.json`, manifest);
  await write(`dist/${browser}/panel.css`, await bundleStylesheet('widget/ui/style/panel.css'));
  await cp('extension/panel/panel.html', `dist/${browser}/panel.html`);
  await cp('extension/icons', `dist/${browser}/icons`, { recursive: true, filter: (path) => !path.endsWith('.svg') });
  // Firefox has its policies say which values they set; Chromium wants to know which there are.
  if (browser === 'chrome') await cp('extension/managed_schema.json', 'dist/chrome/managed_schema.json');
  if (browser === 'firefox') await cp('extension/relay/relay.html', 'dist/firefox/relay.html');
}

/**
 * Builds dist/chrome, dist/firefox, dist/dropin and the vtiger module dist/vtiger/Noticeboard.zip, and the metafiles of all scripts in dist/meta.
 * `hub` is the address that the extension starts with; empty: it asks.
 */
export async function build(hub: string): Promise<void> {
  const version = await packageVersion();
  const define = { HUB_URL: JSON.stringify(hub) };
  await rm('dist', { recursive: true, force: true });
  await Promise.all([
    ...bundles.map((bundle) => writeBundle(bundle, define)),
    writeExtension('chrome', version),
    writeExtension('firefox', version),
  ]);
  await writeModule(hub);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await build(process.env.HUB_URL ?? '');
  console.log('Built dist/chrome, dist/firefox, dist/dropin and dist/vtiger/Noticeboard.zip.');
}
