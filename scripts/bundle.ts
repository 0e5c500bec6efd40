import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { Bundle } from './bundles.ts';
import { compress } from './compress.ts';
import type { Loan } from './loans.ts';
import { loans } from './loans.ts';

/** Bundles a stylesheet and what it imports into one minified text. */
export async function bundleStylesheet(entry: string): Promise<string> {
  const { outputFiles } = await esbuild.build({ entryPoints: [entry], bundle: true, minify: true, write: false });
  return outputFiles[0]?.text ?? '';
}

/** `virtual:first.css`: a stylesheet of the panel as a string, for a home that has no file of its own to link. */
const panelStylesheet: esbuild.Plugin = {
  name: 'panel-stylesheet',
  setup(build) {
    build.onResolve({ filter: /^virtual:(first|later|more|editor)\.css$/ }, ({ path }) => ({
      path,
      namespace: 'stylesheet',
    }));
    build.onLoad({ filter: /./, namespace: 'stylesheet' }, async ({ path }) => ({
      contents: await bundleStylesheet(path.replace('virtual:', 'widget/ui/style/')),
      loader: 'text',
    }));
  },
};

/** Has a script take those modules from whoever loads it. */
function borrowing({ modules }: Loan): esbuild.Plugin {
  return {
    name: 'borrowing',
    setup(build) {
      const lent = Object.keys(modules);
      build.onResolve({ filter: /./ }, ({ path, resolveDir }) => {
        const file = path.startsWith('.') ? join(resolveDir, path) : path;
        const module = lent.find((end) => file.endsWith(end));
        return module === undefined ? undefined : { path: module, namespace: 'lent' };
      });
      build.onLoad({ filter: /./, namespace: 'lent' }, ({ path }) => ({
        // A name such as `enum` is none for a variable.
        contents: `const from = lend('${path}');${modules[path]
          ?.map((name) => `const _${name} = from.${name}; export { _${name} as ${name} };`)
          .join('')}`,
      }));
    },
  };
}

/** The script hands over a function: given what lends, it returns what the script is for. */
function onLoan({ result }: Loan): esbuild.BuildOptions {
  return {
    globalName: 'noticeboard',
    banner: { js: 'document.currentScript.dispatchEvent(new CustomEvent("noticeboard",{detail:function(lend){' },
    footer: { js: `return noticeboard.${result}}}));` },
  };
}

/** Bundles one script; nothing is written. The metafile names every file that went in. Throws on a build error. */
export async function bundleScript(
  bundle: Pick<Bundle, 'entry' | 'result' | 'onLoan'>,
  define: Record<string, string>,
): Promise<{ text: string; metafile: esbuild.Metafile }> {
  const loan = bundle.onLoan && loans[bundle.onLoan];
  const { outputFiles, metafile } = await esbuild.build({
    ...(loan ? onLoan(loan) : {}),
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
    plugins: loan ? [panelStylesheet, borrowing(loan)] : [panelStylesheet],
    logOverride: { 'import-is-undefined': 'error' },
    ...(bundle.result ? { globalName: 'noticeboardResult' } : {}),
  });
  const text = await compress(outputFiles[0]?.text ?? '');
  // Comes last: that the value of a script is the value of its last statement, no minifier knows.
  return { text: bundle.result ? `${text}noticeboardResult.${bundle.result};` : text, metafile };
}
