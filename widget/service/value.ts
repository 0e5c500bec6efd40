import type * as z from 'zod/mini';
import type { Transaction } from './database.ts';

/** One of the single values; undefined when it is missing or malformed. */
export async function readValue<T>(
  transaction: Transaction,
  name: string,
  schema: z.ZodMiniType<T>,
): Promise<T | undefined> {
  const parsed = schema.safeParse(await transaction.get('values', name));
  return parsed.success ? parsed.data : undefined;
}
