import { readdirSync, readFileSync } from 'node:fs';
import { tokenizer } from 'acorn';
import { transformSync } from 'esbuild';
import { checkSync } from 'recheck';

export interface Pattern {
  readonly file: string;
  readonly pattern: string;
  readonly flags: string;
}

/** Every regular expression that stands in the file. */
export function patternsInFile(file: string): Pattern[] {
  const loader = file.endsWith('x') ? 'tsx' : 'ts';
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader, jsx: 'automatic' });
  return [...tokenizer(code, { ecmaVersion: 'latest', sourceType: 'module' })]
    .filter(({ type }) => type.label === 'regexp')
    .map(({ start, end }) => {
      const [, pattern = '', flags = ''] = /^\/(.*)\/(\w*)$/s.exec(code.slice(start, end)) ?? [];
      return { file, pattern, flags };
    });
}

/** Every regular expression that stands in the files of a folder. */
export function patternsIn(folder: string): Pattern[] {
  return readdirSync(folder).flatMap((name) => patternsInFile(`${folder}/${name}`));
}

// By the count of steps alone: within a time limit the checker takes a slow machine for a slow pattern.
const byCount = { timeout: null, attackTimeout: null, incubationTimeout: null } as const;

/** `safe` where no text makes the pattern look at it over and over. */
export function judge({ pattern, flags }: Pattern): 'safe' | 'vulnerable' | 'unknown' {
  return checkSync(pattern, flags, byCount).status;
}
