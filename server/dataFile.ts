import { readFile } from 'node:fs/promises';
import type * as z from 'zod/mini';
import { parseOrExplain } from './http/explain.ts';
import { SetupError } from './setupError.ts';

/** Reads a JSON file that the vendor edits. Throws a SetupError that names the file and the place of the mistake. */
export async function readDataFile<T>(path: string, schema: z.ZodMiniType<T>): Promise<T> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new SetupError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const parsed = parseOrExplain(schema, value);
  if (!parsed.success) throw new SetupError(`${path} has a mistake at ${parsed.why}`);
  return parsed.data;
}
