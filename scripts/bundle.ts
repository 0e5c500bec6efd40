import * as esbuild from 'esbuild';
import type { Bundle } from './bundles.ts';

/** Bundles a stylesheet and what it imports into one minified text. */
export async function bundleStylesheet(entry: string): Promise<string> {
  const { outputFiles } = await esbuild.build({ entryPoints: [entry], bundle: true, minify: true, write: false });
  return outputFiles[0]?.text ?? '';
}

/** `virtual:panel.css`: the panel's stylesheet as a string, for a home that has no file of its own to link. */
const panelStylesheet: esbuild.Plugin = {
  name: 'panel-stylesheet',
  setup(build) {
    build.onResolve({ filter: /^virtual:panel\.css$/ }, ({ path }) => ({ path, namespace: 'stylesheet' }));
    build.onLoad({ filter: /./, namespace: 'stylesheet' }, async () => ({
      contents: await bundleStylesheet('widget/ui/style/panel.css'),
      loader: 'text',
    }));
  },
};

/** Bundles one script; nothing is written. The metafile names every file that went in. Throws on a build error. */
export async function bundleScript(
  bundle: Pick<Bundle, 'entry' | 'result'>,
  define: Record<string, string>,
): Promise<{ text: string; metafile: esbuild.Metafile }> {
  const { outputFiles, metafile } = await esbuild.build({
    entryPoints: [bundle.entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: ['chrome120', 'firefox128'],
    charset: 'utf8',
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define,
    plugins: [panelStylesheet],
    ...(bundle.result
      ? { globalName: 'noticeboardResult', footer: { js: `noticeboardResult.${bundle.result};` } }
      : {}),
  });
  return { text: outputFiles[0]?.text ?? '', metafile };
}
