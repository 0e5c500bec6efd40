import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Zippable } from 'fflate';
import { strToU8, zipSync } from 'fflate';
import { packageVersion } from './packageVersion.ts';

const SOURCE = 'widget/vtiger';
/** A place that every vtiger from 6.1 unpacks to and serves from. `Launcher.php` names it too. */
const SCRIPTS = 'layouts/vlayout/modules/Noticeboard/resources';
/** One time for all files, so that the same sources give the same bytes. */
const TIME = new Date(2000, 0, 1);

/** What goes into the module beside its own sources. */
export interface ModuleParts {
  readonly version: string;
  /** The hub's address to start with; empty: an administrator enters one. */
  readonly hub: string;
  /** The drop-in's scripts: name → text. */
  readonly scripts: Readonly<Record<string, string>>;
}

/** vtiger keeps the version of a module in a column of this many characters. */
const LONGEST_VERSION = 10;

/** The bytes of Noticeboard.zip, as vtiger's Module Manager takes it. Throws when vtiger could not keep the version. */
export async function moduleZip({ version, hub, scripts }: ModuleParts): Promise<Uint8Array> {
  if (version.length > LONGEST_VERSION) throw new Error(`vtiger cuts the version ${version} off.`);
  const files: Record<string, string> = {};
  for (const path of await sourceFiles()) files[path] = await readFile(join(SOURCE, path), 'utf8');
  files['manifest.xml'] = (files['manifest.xml'] ?? '').replace('<version>0.0.0<', `<version>${version}<`);
  files['modules/Noticeboard/build.json'] = JSON.stringify({ hub, scripts: markOf(scripts) });
  for (const [name, text] of Object.entries(scripts)) files[`${SCRIPTS}/${name}`] = text;
  const entries = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const zippable: Zippable = Object.fromEntries(entries.map(([path, text]) => [path, strToU8(text)]));
  return zipSync(zippable, { level: 9, mtime: TIME });
}

/** Goes to the end of the scripts' addresses, so that browsers fetch new ones. */
function markOf(scripts: ModuleParts['scripts']): string {
  return createHash('sha256').update(JSON.stringify(scripts)).digest('hex').slice(0, 10);
}

async function sourceFiles(): Promise<string[]> {
  const entries = await readdir(SOURCE, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(SOURCE.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** Writes dist/vtiger/Noticeboard.zip from the sources and from the drop-in that dist/dropin holds. */
export async function writeModule(hub: string): Promise<void> {
  const version = await packageVersion();
  const names = (await readdir('dist/dropin')).sort();
  const texts = await Promise.all(names.map(async (name) => [name, await readFile(`dist/dropin/${name}`, 'utf8')]));
  await mkdir('dist/vtiger', { recursive: true });
  await writeFile('dist/vtiger/Noticeboard.zip', await moduleZip({ version, hub, scripts: Object.fromEntries(texts) }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await writeModule(process.env.HUB_URL ?? '');
  console.log('Built dist/vtiger/Noticeboard.zip.');
}
