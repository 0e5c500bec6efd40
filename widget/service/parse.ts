import type * as z from 'zod/mini';

/** The value as the schema reads it; undefined when it does not fit. */
export function parse<S extends z.ZodMiniType>(schema: S, value: unknown): z.output<S> | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** What the JSON says, as the schema reads it; undefined when it does not fit, or is no JSON. */
export function parseJson<S extends z.ZodMiniType>(schema: S, text: string): z.output<S> | undefined {
  try {
    return parse(schema, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Those that fit. */
export function parseAll<T>(schema: z.ZodMiniType<T>, values: readonly unknown[]): T[] {
  const fitting: T[] = [];
  for (const value of values) {
    const parsed = parse(schema, value);
    if (parsed !== undefined) fitting.push(parsed);
  }
  return fitting;
}
