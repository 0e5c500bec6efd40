import * as z from 'zod/mini';
import { limits } from './limits.ts';
import type { Choice, Feature, Field, FieldOf } from './policy.ts';
import { policy } from './policy.ts';

const line = (max: number) => z.string().check(z.minLength(1), z.maxLength(max), z.regex(/^[^\p{Cc}]*$/u));
const written = (max: number) => z.string().check(z.maxLength(max), z.regex(/\S/));
/** Lines, none of them empty. */
const lines = z.string().check(z.maxLength(limits.listing), z.regex(/^[^\p{Cc}]+(\n[^\p{Cc}]+)*$/u));

/** How bad an issue is: `critical` work has stopped, `major` it is hindered, `minor` it is not. */
export const severities = ['minor', 'major', 'critical'] as const;
export type Severity = (typeof severities)[number];

/** Base64 writes three bytes in four characters. */
const LONGEST_PICTURE = Math.ceil(limits.screenshotBytes / 3) * 4;

/** 2^63 - 1: the largest install key. */
const LARGEST_KEY = 9223372036854775807n;

/** One schema for each field that can be sent, the same in browser and hub. */
export const fieldSchemas = {
  text: written(limits.text),
  title: written(limits.title).check(z.regex(/^[^\p{Cc}]*$/u)),
  happened: written(limits.text),
  expected: written(limits.text),
  severity: z.enum(severities),
  /** A picture as a data: address. */
  screenshot: z
    .string()
    .check(z.maxLength(LONGEST_PICTURE + 30), z.regex(/^data:image\/(jpeg|png|webp);base64,[A-Za-z\d+/]+={0,2}$/)),
  name: written(limits.name).check(z.regex(/^[^\p{Cc}]*$/u)),
  email: z.string().check(z.maxLength(limits.email), z.regex(/^[^\s@\p{Cc}]+@[^\s@.\p{Cc}]+(\.[^\s@.\p{Cc}]+)+$/u)),
  /** A decimal string of 63 bits: a pseudonym of the install, not a secret. */
  installKey: z.string().check(
    z.regex(/^[1-9]\d{0,18}$/),
    // A check is asked though an earlier one has failed.
    z.refine((key) => /^\d+$/.test(key) && BigInt(key) <= LARGEST_KEY),
  ),
  version: z.string().check(z.maxLength(limits.version), z.regex(/^\d[\w.+-]*$/)),
  os: line(limits.os),
  industry: line(limits.industry),
  disk: line(limits.part),
  php: line(limits.part),
  database: line(limits.part),
  webServer: line(limits.part),
  browser: line(limits.part),
  extensions: lines,
  failedRequests: lines,
  scriptErrors: lines,
} satisfies Record<Field, z.ZodMiniType<string>>;

type Schemas = typeof fieldSchemas;
type ChoiceOf<F extends Feature, K extends FieldOf<F>> = (typeof policy)[F][K] extends {
  choice: infer C extends Choice;
}
  ? C
  : never;
type Shape<F extends Feature> = {
  [K in FieldOf<F>]: K extends Field
    ? ChoiceOf<F, K> extends 'always'
      ? Schemas[K]
      : z.ZodMiniOptional<Schemas[K]>
    : never;
};

/**
 * The schema of what a feature may disclose, made from the policy table: its fields and no others, only those required
 * that the message is made of.
 */
export function fieldsOf<F extends Feature>(feature: F): z.ZodMiniObject<Shape<F>, z.core.$strict> {
  const table: Record<string, { choice: Choice }> = policy[feature];
  const shape = Object.entries(table).map(([field, { choice }]) => {
    const schema = fieldSchemas[field as Field];
    return [field, choice === 'always' ? schema : z.optional(schema)];
  });
  // Object.fromEntries forgets the keys that the table's type knows.
  return z.strictObject(Object.fromEntries(shape) as Shape<F>);
}
