import * as z from 'zod/mini';
import { uuid } from '../envelope.ts';
import { failureCodes } from '../failure.ts';
import { fieldSchemas } from '../fields.ts';
import { limits } from '../limits.ts';
import { source } from '../page.ts';
import type { TypedField } from '../policy.ts';
import { submissionFeatures } from '../policy.ts';

export const nothing = z.object({});
export const text = z.string().check(z.maxLength(limits.text * 2));
export const picture = z.string().check(z.maxLength(limits.screenshotBytes * 2));
export const feature = z.enum(submissionFeatures);
export const field = z.keyof(z.object(fieldSchemas));
/** Fields whose switch the person moved from where the policy has it. */
export const switched = z.array(field).check(z.maxLength(50));
export const time = z.number();
export const id = uuid;
export const failureCode = z.enum(failureCodes);

/** What the person typed into a form, by field. */
export const typed = z.object({
  text: z.optional(text),
  title: z.optional(text),
  happened: z.optional(text),
  expected: z.optional(text),
  severity: z.optional(text),
  screenshot: z.optional(picture),
  email: z.optional(text),
  name: z.optional(text),
} satisfies Record<TypedField, z.ZodMiniType>);

/** One line of "What will be sent". */
export const row = z.object({
  field,
  /** As it would be sent, but of a picture its size in bytes; null when there is nothing. */
  value: z.nullable(z.string()),
  /** Null when it could not be read. */
  source: z.nullable(source),
  /** Whether it is in the message. */
  sent: z.boolean(),
  /** Typed, but not of the form that the field needs. */
  malformed: z.boolean(),
});
