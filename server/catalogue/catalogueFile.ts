import * as z from 'zod/mini';
import { recommendation } from '../../widget/contract/catalogue.ts';
import { fieldSchemas } from '../../widget/contract/fields.ts';
import { operatingSystems } from './operatingSystem.ts';

/** What stands after "Because": `one in three manufacturers uses it`. */
const clause = z.string().check(z.minLength(1), z.maxLength(120), z.regex(/^[^.]*$/));

const entry = z.strictObject({
  ...z.omit(recommendation, { reason: true, compatible: true }).shape,
  /** Why anyone would want it. */
  because: clause,
  /** The industries that it fits, in vtiger's names, each with its own reason if there is one. */
  industries: z.array(z.strictObject({ name: fieldSchemas.industry, because: z.optional(clause) })),
  /** The operating systems it runs on; absent: all. */
  runsOn: z.optional(z.array(z.enum(operatingSystems)).check(z.minLength(1))),
  /** The CRM version that it is new for. */
  newFor: z.optional(fieldSchemas.version),
  /** 0 to 100: decides between entries that fit equally well. */
  weight: z.number().check(z.gte(0), z.lte(100)),
});
export type CatalogueEntry = z.infer<typeof entry>;

function differ(key: 'id' | 'module') {
  return z.refine<CatalogueEntry[]>(
    (entries) => new Set(entries.map((entry) => entry[key])).size === entries.length,
    `two entries have the same ${key}`,
  );
}

/** `server/data/catalogue.json`, which the vendor edits. */
export const catalogueFile = z.strictObject({
  extensions: z.array(entry).check(z.maxLength(200), differ('id'), differ('module')),
});
