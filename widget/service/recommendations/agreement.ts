import * as z from 'zod/mini';
import type { Field } from '../../contract/policy.ts';
import { POLICY_VERSION } from '../../contract/policy.ts';
import type { Transaction } from '../storage/database.ts';
import { readValue } from '../storage/value.ts';
import { knownFields } from '../switches.ts';

const agreementRecord = z.object({ policy: z.number(), switched: z.array(z.string()) });

/**
 * Whether a reader agreed to send an install's facts with the question for recommendations, and which are switched off.
 */
export interface Agreement {
  /** False too when the policy has come to disclose more since. */
  readonly agreed: boolean;
  readonly switched: Field[];
}

function nameOf(baseUrl: string, reader: string): string {
  return `agreed ${JSON.stringify([baseUrl, reader])}`;
}

export async function loadAgreement(transaction: Transaction, baseUrl: string, reader: string): Promise<Agreement> {
  const record = await readValue(transaction, nameOf(baseUrl, reader), agreementRecord);
  if (record === undefined) return { agreed: false, switched: [] };
  return { agreed: record.policy >= POLICY_VERSION, switched: knownFields(record.switched) };
}

export function saveAgreement(
  transaction: Transaction,
  baseUrl: string,
  reader: string,
  switched: readonly Field[],
): Promise<void> {
  return transaction.put('values', { policy: POLICY_VERSION, switched }, nameOf(baseUrl, reader));
}
