import * as z from 'zod/mini';
import type { Typed } from '../../contract/calls.ts';
import { orElse } from '../../contract/orElse.ts';
import type { typedFields } from '../../contract/policy.ts';

const text = z.optional(orElse(z.string(), undefined));
const nothing: Typed = {};

/** What was typed, as it was stored: whatever else is broken, it is read as far as it can be. */
export const typedRecord = orElse(
  z.object({
    text,
    title: text,
    happened: text,
    expected: text,
    severity: text,
    screenshot: text,
    email: text,
    name: text,
  } satisfies Record<(typeof typedFields)[number], typeof text>),
  nothing,
);
