import { fieldSchemas } from '../../contract/fields.ts';
import type { Page, Reading } from '../../contract/page.ts';
import { randomInstallKey } from '../random.ts';
import type { Transaction } from '../storage/database.ts';
import { readValue } from '../storage/value.ts';
import { installKeyName } from '../storage/valueNames.ts';

/** The random key that stands for this base URL where no other does, made on first use and kept in this browser. */
export async function randomKey(transaction: Transaction, page: Page): Promise<Reading<string>> {
  const name = installKeyName(page.baseUrl);
  const kept = await readValue(transaction, name, fieldSchemas.installKey);
  if (kept !== undefined) return { value: kept, source: 'random' };
  const made = randomInstallKey();
  await transaction.put('values', made, name);
  return { value: made, source: 'random' };
}
