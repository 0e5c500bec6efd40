import * as z from 'zod/mini';

const english = z.locales.en().localeError;

/**
 * Parses as `z.safeParse` does, but an error comes as one English line that says where and what, never the value. A check
 * that a value makes throw has not been passed.
 */
export function parseOrExplain<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
): { success: true; data: T } | { success: false; why: string } {
  try {
    const parsed = z.safeParse(schema, value, { error: english });
    if (parsed.success) return { success: true, data: parsed.data };
    const [issue] = parsed.error.issues;
    const path = issue?.path.map(String).join('.');
    return { success: false, why: path ? `${path}: ${issue?.message}` : (issue?.message ?? 'invalid') };
  } catch {
    return { success: false, why: 'invalid value' };
  }
}
