import * as z from 'zod/mini';
import { fieldSchemas, fieldsOf } from './fields.ts';
import { limits } from './limits.ts';
import { orElse } from './orElse.ts';

const name = z.string().check(z.minLength(1), z.maxLength(limits.name));
const sentence = z.string().check(z.minLength(1), z.maxLength(300));

/** An http(s) address that a person may be sent to. */
export const webAddress = z.string().check(z.maxLength(limits.url), z.regex(/^https?:\/\/[^\s/?#]+/i));

/** `null` is free of charge. */
export const price = z.nullable(
  z.object({
    amount: z.number().check(z.refine((value) => value > 0)),
    /** ISO 4217, such as EUR. */
    currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
    per: z.enum(['once', 'month', 'year']),
  }),
);
export type Price = z.infer<typeof price>;

/** An extension worth having, with the reason why it is recommended to this install. */
export const recommendation = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,59}$/)),
  /** The vtlib module name; tells whether it is installed already. */
  module: name,
  name,
  publisher: name,
  summary: sentence,
  /** One sentence that begins with "Because". */
  reason: sentence,
  price,
  /** The first and the last CRM version that it works with, such as 8.2 and 8.4; no `to`: every later one. */
  worksWith: z.object({ from: fieldSchemas.version, to: z.optional(fieldSchemas.version) }),
  /** To version and operating system; `unknown` when one of them was not told, or is not known. */
  compatible: z.enum(['yes', 'no', 'unknown']),
  url: webAddress,
  icon: orElse(z.enum(['box', 'document', 'link', 'phone', 'chart', 'mail']), 'box'),
});
export type Recommendation = z.infer<typeof recommendation>;

/** What the hub answers, best first. */
export const catalogueAnswer = z.object({ extensions: z.array(recommendation).check(z.maxLength(200)) });

/** The facts that may go with the question, as query parameters. */
export const catalogueQuery = fieldsOf('extensions');
export type CatalogueQuery = z.infer<typeof catalogueQuery>;
