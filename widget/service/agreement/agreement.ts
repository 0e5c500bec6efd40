import * as z from 'zod/mini';
import { orElse } from '../../contract/orElse.ts';
import type { Feature, Field } from '../../contract/policy.ts';
import { POLICY_VERSION, policy } from '../../contract/policy.ts';
import { ownerKey } from '../owner.ts';
import type { Transaction } from '../storage/database.ts';
import type { Owner } from '../surroundings.ts';
import { knownFields } from '../switches.ts';

const none: string[] = [];
const names = orElse(z.array(z.string()), none);
const nothing: Record<string, string> = {};
const record = z.object({
  policy: orElse(z.number(), 0),
  fields: names,
  switched: names,
  told: orElse(z.record(z.string(), z.string()), nothing),
});

/** What a person agreed to send with a feature from an install. */
export interface Agreement {
  /** False too when the policy has come to disclose more since. */
  readonly agreed: boolean;
  /** The fields that they were told of; none before the first time. */
  readonly fields: Field[];
  /** What they decided of these, where it was asked. */
  readonly decided: Decided;
}

/** What a person saw and chose when they agreed. */
export interface Decided {
  /** The fields that they switched off or on. */
  readonly switched: readonly Field[];
  /** Field → the value that they saw. */
  readonly told: Readonly<Record<string, string>>;
}

function keyOf(feature: Feature, owner: Owner): string {
  return `${feature} ${ownerKey(owner)}`;
}

export async function loadAgreement(transaction: Transaction, feature: Feature, owner: Owner): Promise<Agreement> {
  // Nothing in a record makes this throw: every field has its fallback.
  const stored = record.parse((await transaction.get('agreements', keyOf(feature, owner))) ?? {});
  const fields = knownFields(stored.fields);
  const agreed =
    stored.policy >= POLICY_VERSION || Object.keys(policy[feature]).every((name) => includes(fields, name));
  return { agreed, fields, decided: { switched: knownFields(stored.switched), told: stored.told } };
}

function includes(names: readonly string[], name: string): boolean {
  return names.includes(name);
}

/** Notes that the person agreed to all that the policy of this release says of the feature. */
export function saveAgreement(
  transaction: Transaction,
  feature: Feature,
  owner: Owner,
  decided: Decided,
): Promise<void> {
  const fields = Object.keys(policy[feature]);
  return transaction.put('agreements', {
    key: keyOf(feature, owner),
    owner,
    policy: POLICY_VERSION,
    fields,
    ...decided,
  });
}
