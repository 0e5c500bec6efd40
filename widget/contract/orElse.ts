import * as z from 'zod/mini';

/**
 * Reads what does not fit the schema, or is missing, as the fallback. It does what `z.catch` does, which in zod/mini
 * brings all of zod's utilities along: 3.6 KB in every script with a schema.
 */
export function orElse<S extends z.ZodMiniType, F extends z.output<S> | null | undefined>(schema: S, fallback: F) {
  return z.transform((value): z.output<S> | F => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : fallback;
  });
}
