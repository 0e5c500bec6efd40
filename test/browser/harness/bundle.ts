import { build } from 'esbuild';

/**
 * Bundles a TypeScript file into one script for `page.evaluate`, in memory. Its exports become the members of a global
 * variable with the given name.
 */
export async function bundle(entry: string, globalName: string): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    globalName,
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'silent',
  });
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`Nothing came of ${entry}.`);
  return output.text;
}
