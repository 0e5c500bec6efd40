import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

/** file → the files and packages that it imports at run time. Type imports leave no trace, and need none. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

const folders = ['extension', 'widget', 'server', 'scripts'];

/** Every source file of the product, tests left out. */
export function sourceFiles(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => /\.tsx?$/.test(path) && !/\.(test|d)\.tsx?$/.test(path)),
  );
}

/** The graph as the bundler sees it, read from its metafile; packages stand under their bare names. */
export async function importGraph(): Promise<ImportGraph> {
  const { metafile } = await esbuild.build({
    entryPoints: sourceFiles(),
    bundle: true,
    write: false,
    outdir: 'nowhere',
    metafile: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    external: ['virtual:*'],
    loader: { '.css': 'empty', '.html': 'text' },
    jsx: 'automatic',
    jsxImportSource: 'preact',
  });
  return new Map(Object.entries(metafile.inputs).map(([file, { imports }]) => [file, imports.map(({ path }) => path)]));
}

/** Everything that a file brings with it, itself included. */
export function reachable(graph: ImportGraph, from: string): Set<string> {
  const seen = new Set<string>();
  const open = [from];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    open.push(...(graph.get(file) ?? []));
  }
  return seen;
}
