import * as z from 'zod/mini';
import type { Field } from '../../contract/policy.ts';
import { POLICY_VERSION } from '../../contract/policy.ts';
import type { Transaction } from '../storage/database.ts';
import { readValue } from '../storage/value.ts';
import { knownFields } from '../switches.ts';

const agreementRecord = z.object({ policy: z.number(), switchedOff: z.array(z.string()) });

/**
 * Whether a reader agreed to send an install's facts with the question for recommendations, and which are switched off.
 */
export interface Agreement {
  /** False too when the policy has come to disclose more since. */
  readonly agreed: boolean;
  readonly switchedOff: Field[];
}

function nameOf(baseUrl: string, reader: string): string {
  return `agreed ${JSON.stringify([baseUrl, reader])}`;
}

export async function loadAgreement(transaction: Transaction, baseUrl: string, reader: string): Promise<Agreement> {
  const record = await readValue(transaction, nameOf(baseUrl, reader), agreementRecord);
  if (record === undefined) return { agreed: false, switchedOff: [] };
  return { agreed: record.policy >= POLICY_VERSION, switchedOff: knownFields(record.switchedOff) };
}

export function saveAgreement(
  transaction: Transaction,
  baseUrl: string,
  reader: string,
  switchedOff: readonly Field[],
): Promise<void> {
  return transaction.put('values', { policy: POLICY_VERSION, switchedOff }, nameOf(baseUrl, reader));
}
