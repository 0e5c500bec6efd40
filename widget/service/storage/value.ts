import type * as z from 'zod/mini';
import { parse } from '../parse.ts';
import type { Transaction } from './database.ts';

/** One of the single values; undefined when it is missing or malformed. */
export async function readValue<T>(
  transaction: Transaction,
  name: string,
  schema: z.ZodMiniType<T>,
): Promise<T | undefined> {
  return parse(schema, await transaction.get('values', name));
}
