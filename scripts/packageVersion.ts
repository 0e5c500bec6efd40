import { readFile } from 'node:fs/promises';
import * as z from 'zod/mini';

const packageJson = z.looseObject({ version: z.string() });

/** The version in package.json. */
export async function packageVersion(): Promise<string> {
  return packageJson.parse(JSON.parse(await readFile('package.json', 'utf8'))).version;
}
