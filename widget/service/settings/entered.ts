import * as z from 'zod/mini';
import { fieldSchemas } from '../../contract/fields.ts';
import { orElse } from '../../contract/orElse.ts';
import type { Page, Reading } from '../../contract/page.ts';
import type { EnteredField } from '../../contract/settings.ts';
import { readerKey } from '../owner.ts';
import type { Transaction } from '../storage/database.ts';
import { readValue } from '../storage/value.ts';
import { enteredName } from '../storage/valueNames.ts';
import type { Surroundings } from '../surroundings.ts';

const record = z.object({
  industry: orElse(z.nullable(fieldSchemas.industry), null),
  os: orElse(z.nullable(fieldSchemas.os), null),
} satisfies Record<EnteredField, z.ZodMiniType>);
/** What a person knows of an install; null where they entered nothing. */
export type Entered = z.infer<typeof record>;

/** What that reader entered for the install. */
export async function loadEntered(transaction: Transaction, baseUrl: string, reader: string): Promise<Entered> {
  return (await readValue(transaction, enteredName(baseUrl, reader), record)) ?? { industry: null, os: null };
}

export function saveEntered(
  transaction: Transaction,
  baseUrl: string,
  reader: string,
  entered: Entered,
): Promise<void> {
  return transaction.put('values', entered, enteredName(baseUrl, reader));
}

/** Industry and system of an install with no word of its page: what the organisation has set, else what was entered. */
export async function enteredFacts(
  { database, managed }: Surroundings,
  baseUrl: string,
  reader: string,
): Promise<{ readonly [F in EnteredField]?: Reading<string> }> {
  const policy = await managed();
  const entered = await database.read((transaction) => loadEntered(transaction, baseUrl, reader));
  const facts: { [F in EnteredField]?: Reading<string> } = {};
  for (const field of ['industry', 'os'] as const) {
    const set = policy[field];
    const value = set ?? entered[field];
    if (value !== null) facts[field] = { value, source: set === undefined ? 'entered' : 'managed' };
  }
  return facts;
}

/** The page with industry and system filled in where it does not say them itself. */
export async function withEntered(surroundings: Surroundings, page: Page): Promise<Page> {
  const { industry, os } = await enteredFacts(surroundings, page.baseUrl, readerKey(surroundings, page));
  return { ...page, industry: page.industry ?? industry, os: page.os ?? os };
}
