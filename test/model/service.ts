import { readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'esbuild';
import { build } from 'esbuild';
import type { answer } from '../../widget/service/answer.ts';
import type { createService } from '../../widget/service/createService.ts';
import type { resume, resumeOnline } from '../../widget/service/outbox/delivery.ts';

/** A small, named change of the service's source that breaks one of its promises. */
export interface Mutant {
  readonly name: string;
  /** Source file → what stands there, exactly once, and what stands there instead. */
  readonly patches: readonly { readonly file: string; readonly from: string; readonly to: string }[];
}

/** What a home uses of the service. */
export interface ServiceScript {
  readonly createService: typeof createService;
  readonly answer: typeof answer;
  readonly resume: typeof resume;
  readonly resumeOnline: typeof resumeOnline;
}

/** What the service finds around it in a browser, beside its `Surroundings`. */
export interface Globals {
  readonly setTimeout: (work: () => void, delay: number) => unknown;
  readonly clearTimeout: (timer: unknown) => void;
  readonly crypto: { getRandomValues<T extends ArrayBufferView>(view: T): T };
  readonly console: { error(...words: unknown[]): void };
}

/** Runs the service's script from its beginning, as a browser does that starts a background or a page. */
export type RunScript = (globals: Globals) => ServiceScript;

const entry = `
  export { createService } from './widget/service/createService.ts';
  export { answer } from './widget/service/answer.ts';
  export { resume, resumeOnline } from './widget/service/outbox/delivery.ts';`;

/** Makes the product's own source, changed by a mutant if one is given, into a script. Throws when a patch does not fit. */
export async function loadService(mutant?: Mutant): Promise<RunScript> {
  const shared: Record<string, unknown> = {};
  const patched = new Set<string>();
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'script',
    target: 'node20',
    logLevel: 'silent',
    plugins: [sharing(shared), patching(mutant, patched)],
  });
  for (const { file } of mutant?.patches ?? []) {
    if (!patched.has(file)) throw new Error(`Mutant "${mutant?.name}": ${file} is no part of the service.`);
  }
  const names = ['shared', 'setTimeout', 'clearTimeout', 'crypto', 'console'];
  const run = new Function(...names, `${outputFiles[0]?.text}\nreturn script;`);
  return (globals) => run(shared, globals.setTimeout, globals.clearTimeout, globals.crypto, globals.console);
}

/** Contract and zod have no state and take long to set up: all runs of the script share them, and the error that the disk throws. */
function sharing(shared: Record<string, unknown>): Plugin {
  return {
    name: 'sharing',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^zod\/mini$|\/contract\/|\/storageError\.ts$/ }, ({ path, resolveDir }) => ({
        path: path.startsWith('.') ? resolve(resolveDir, path) : path,
        namespace: 'shared',
      }));
      onLoad({ filter: /./, namespace: 'shared' }, async ({ path }) => {
        const module: object = await import(path.startsWith('/') ? pathToFileURL(path).href : path);
        shared[path] = module;
        const names = Object.keys(module);
        const lines = names.map(
          (name, at) => `const n${at} = from[${JSON.stringify(name)}]; export { n${at} as ${name} };`,
        );
        return { contents: `const from = shared[${JSON.stringify(path)}];\n${lines.join('\n')}`, loader: 'js' };
      });
    },
  };
}

function patching(mutant: Mutant | undefined, patched: Set<string>): Plugin {
  return {
    name: 'patching',
    setup({ onLoad }) {
      onLoad({ filter: /\/widget\/service\/.*\.ts$/ }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const { file, from, to } of mutant?.patches ?? []) {
          if (file !== relative(process.cwd(), path)) continue;
          const parts = contents.split(from);
          if (parts.length !== 2)
            throw new Error(`Mutant "${mutant?.name}" fits ${parts.length - 1} times in ${file}.`);
          contents = parts.join(to);
          patched.add(file);
        }
        return { contents, loader: 'ts' };
      });
    },
  };
}
