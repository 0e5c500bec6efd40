import * as esbuild from 'esbuild';
import { minify } from 'terser';
import type { Bundle } from './bundles.ts';

/** Bundles a stylesheet and what it imports into one minified text. */
export async function bundleStylesheet(entry: string): Promise<string> {
  const { outputFiles } = await esbuild.build({ entryPoints: [entry], bundle: true, minify: true, write: false });
  return outputFiles[0]?.text ?? '';
}

/** `virtual:first.css`: a stylesheet of the panel as a string, for a home that has no file of its own to link. */
const panelStylesheet: esbuild.Plugin = {
  name: 'panel-stylesheet',
  setup(build) {
    build.onResolve({ filter: /^virtual:(first|later)\.css$/ }, ({ path }) => ({ path, namespace: 'stylesheet' }));
    build.onLoad({ filter: /./, namespace: 'stylesheet' }, async ({ path }) => ({
      contents: await bundleStylesheet(path.replace('virtual:', 'widget/ui/style/')),
      loader: 'text',
    }));
  },
};

/** Module → what a script on loan takes from it; the panel lends it under the module's name (widget/ui/loadLater.ts). */
const lent = {
  'preact/hooks': 'useEffect, useRef, useState',
  'preact/jsx-runtime': 'Fragment, jsx, jsxs',
  'texts.ts': 'texts',
};

const borrowing: esbuild.Plugin = {
  name: 'borrowing',
  setup(build) {
    for (const [module, names] of Object.entries(lent)) {
      const filter = new RegExp(`(^|/)${module.replace('.', '\\.')}$`);
      build.onResolve({ filter }, () => ({ path: module, namespace: 'lent' }));
      build.onLoad({ filter, namespace: 'lent' }, () => ({
        contents: `export const { ${names} } = lend('${module}');`,
      }));
    }
  },
};

/** The script hands over a function: given what lends, it returns what the script is for. */
const onLoan: esbuild.BuildOptions = {
  globalName: 'noticeboard',
  banner: { js: 'document.currentScript.dispatchEvent(new CustomEvent("noticeboard",{detail:function(lend){' },
  footer: { js: 'return noticeboard.later}}));' },
};

/** Bundles one script; nothing is written. The metafile names every file that went in. Throws on a build error. */
export async function bundleScript(
  bundle: Pick<Bundle, 'entry' | 'result' | 'onLoan'>,
  define: Record<string, string>,
): Promise<{ text: string; metafile: esbuild.Metafile }> {
  const { outputFiles, metafile } = await esbuild.build({
    ...(bundle.onLoan ? onLoan : {}),
    entryPoints: [bundle.entry],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'iife',
    target: ['chrome120', 'firefox128'],
    charset: 'utf8',
    legalComments: 'none',
    // Preact's own way to set HTML: under another name it sets nothing.
    mangleProps: /^innerHTML$/,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define,
    plugins: bundle.onLoan ? [panelStylesheet, borrowing] : [panelStylesheet],
    ...(bundle.result ? { globalName: 'noticeboardResult' } : {}),
  });
  const text = await compress(outputFiles[0]?.text ?? '');
  // Comes last: that the value of a script is the value of its last statement, no minifier knows.
  return { text: bundle.result ? `${text}noticeboardResult.${bundle.result};` : text, metafile };
}

/** Gets a bundled script 3 to 5 % smaller than the bundler does. */
async function compress(text: string): Promise<string> {
  const { code = '' } = await minify(text, {
    ecma: 2020,
    compress: { passes: 3, keep_fargs: false },
    format: { ecma: 2020 },
  });
  return code;
}
